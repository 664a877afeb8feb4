import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { helpedByReload, sentenceOf } from '#components/kit/faults.ts';
import { CODE_LIMIT, CodeError, loadCode } from '#components/kit/load-code.ts';
import { EngineError } from '#lib/engine/errors.ts';
import { say } from '#lib/faults/index.ts';

/** The page that is open, by the address of its script. */
function open(script: string): void {
  vi.stubGlobal('document', { querySelectorAll: () => [{ getAttribute: () => script }] });
  vi.stubGlobal('location', { href: 'https://site.example/lab/' });
}

/** What the server has for the page by now. */
function served(answer: () => Promise<Response>): void {
  vi.stubGlobal('fetch', answer);
}

const missing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const codeOf = (loading: Promise<unknown>) =>
  loading.then(
    () => 'arrived',
    (error: CodeError) => error.code,
  );

describe('code that is fetched when it is wanted', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    open('/_astro/lab.old.js');
    vi.stubGlobal('navigator', { onLine: true });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('arrives', async () => {
    expect(await loadCode(async () => ({ answer: 42 }))).toEqual({ answer: 42 });
  });

  it('that is missing is told from code of a site that was renewed', async () => {
    served(async () => new Response('<script src="/_astro/lab.old.js">'));
    expect(await codeOf(loadCode(missing))).toBe('missing');
    served(async () => new Response('<script src="/_astro/lab.new.js">'));
    expect(await codeOf(loadCode(missing))).toBe('changed');
    served(async () => new Response('gone', { status: 404 }));
    expect(await codeOf(loadCode(missing))).toBe('missing');
  });

  it('that is missing in a page of somebody else is not looked for there', async () => {
    vi.stubGlobal('document', { querySelectorAll: () => [] });
    const asked = vi.fn(async () => new Response(''));
    served(asked);
    expect(await codeOf(loadCode(missing))).toBe('missing');
    expect(asked).not.toHaveBeenCalled();
  });

  it('says where there is no connection', async () => {
    served(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await codeOf(loadCode(missing))).toBe('missing');
    vi.stubGlobal('navigator', { onLine: false });
    expect(await codeOf(loadCode(missing))).toBe('offline');
  });

  it('that never comes is waited for up to a limit, and may come later', async () => {
    vi.useFakeTimers();
    let arrive = (_: string) => {};
    const code = new Promise<string>((resolve) => {
      arrive = resolve;
    });
    const first = codeOf(loadCode(() => code));
    await vi.advanceTimersByTimeAsync(CODE_LIMIT - 1);
    expect(await Promise.race([first, Promise.resolve('waiting')])).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await first).toBe('slow');
    arrive('late');
    expect(await loadCode(() => code)).toBe('late');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is a sentence for the reader, and a reload is offered, as for an engine that did not load', () => {
    const error = new CodeError('slow');
    expect(sentenceOf(error)).toContain('has not arrived after 30 seconds');
    expect(helpedByReload(error)).toBe(true);
    expect(helpedByReload(new EngineError('worker', say('engine', 'notLoaded')))).toBe(true);
    expect(helpedByReload(new EngineError('weights', say('engine', 'stopped')))).toBe(false);
    expect(helpedByReload(undefined)).toBe(false);
  });
});
