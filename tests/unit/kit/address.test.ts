import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressWriter } from '#components/kit/address.ts';

/** A bar that throws from the `ration`-th writing in 30 seconds on, as Safari's does. */
function rationed(ration: number, href = 'http://notebook/page/?theme=dark#part') {
  const times: number[] = [];
  const entries: string[] = [];
  let refused = 0;
  const bar = {
    href: () => href,
    replace(next: string) {
      const now = performance.now();
      if (times.filter((time) => now - time < 30_000).length >= ration) {
        refused++;
        throw new DOMException('Attempt to use history.replaceState() more than 100 times');
      }
      times.push(now);
      href = next;
    },
    enter(next: string) {
      this.replace(next);
      entries.push(next);
    },
  };
  return { bar, times, entries, refused: () => refused, href: () => href };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the writer of the address', () => {
  it('writes a sweep once, when it rests, beside other keys and the fragment', () => {
    const page = rationed(100);
    const writer = new AddressWriter(page.bar);
    for (let i = 0; i <= 300; i++) {
      writer.change({ size: String(i), 'a.step': null });
      vi.advanceTimersByTime(20);
    }
    expect(page.times).toHaveLength(0);
    vi.advanceTimersByTime(1000);
    expect(page.times).toHaveLength(1);
    expect(page.href()).toBe('http://notebook/page/?theme=dark&size=300#part');
    writer.change({ size: null });
    vi.advanceTimersByTime(1000);
    expect(page.href()).toBe('http://notebook/page/?theme=dark#part');
  });

  it('makes an entry of the history for a step that Back is to undo, and of a sweep none', () => {
    const page = rationed(100);
    const writer = new AddressWriter(page.bar);
    writer.change({ size: '1' });
    writer.change({ stack: 'a' }, true);
    writer.change({ size: '2' });
    vi.advanceTimersByTime(1000);
    writer.change({ stack: 'b' }, true);
    writer.change({ stack: 'c' }, true);
    writer.flush();
    writer.change({ size: '3' });
    writer.flush();
    const at = (query: string) => `http://notebook/page/?theme=dark&${query}#part`;
    expect(page.entries).toEqual([
      at('size=2&stack=a'),
      at('size=2&stack=b'),
      at('size=2&stack=c'),
    ]);
    expect(page.href()).toBe(at('size=3&stack=c'));
  });

  it('stays within Safari’s ration whatever the pace, and the last values arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 300 }),
        (pauses) => {
          const page = rationed(100);
          const writer = new AddressWriter(page.bar);
          pauses.forEach((pause, i) => {
            writer.change({ n: String(i) });
            vi.advanceTimersByTime(pause);
          });
          vi.advanceTimersByTime(1000);
          expect(page.refused()).toBe(0);
          expect(new URL(page.href()).searchParams.get('n')).toBe(String(pauses.length - 1));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('never throws when it is refused, and writes later', () => {
    const page = rationed(0);
    const writer = new AddressWriter(page.bar);
    writer.change({ n: '1' });
    vi.advanceTimersByTime(1000);
    expect(page.refused()).toBe(1);
    const bar = vi.spyOn(page.bar, 'replace').mockImplementation(() => undefined);
    vi.advanceTimersByTime(10_000);
    expect(bar).toHaveBeenCalledExactlyOnceWith('http://notebook/page/?theme=dark&n=1#part');
  });

  it('does not ask for ever where it is always refused', () => {
    const page = rationed(0);
    const writer = new AddressWriter(page.bar);
    writer.change({ n: '1' });
    vi.advanceTimersByTime(3_600_000);
    expect(page.refused()).toBe(4);
    writer.change({ n: '2' });
    vi.advanceTimersByTime(1000);
    expect(page.refused()).toBe(5);
  });

  it('writes at once when the page is left', () => {
    const page = rationed(100);
    const writer = new AddressWriter(page.bar);
    writer.flush();
    expect(page.times).toHaveLength(0);
    writer.change({ n: '1' });
    writer.flush();
    expect(new URL(page.href()).searchParams.get('n')).toBe('1');
  });
});
