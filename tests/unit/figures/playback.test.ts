import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Playback } from '#components/figure/playback.ts';

const stops = [0.25, 0.5, 1].map((t) => ({ t, label: String(t) }));

/** A window whose frames come when they are called, and whose reader may want no motion. */
class Window {
  reduced = false;
  now = 0;
  #frame: ((now: number) => void) | undefined;
  #listeners = new Set<() => void>();

  install(): void {
    vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => {
      this.#frame = callback;
      return 1;
    });
    vi.stubGlobal('cancelAnimationFrame', () => {
      this.#frame = undefined;
    });
    vi.spyOn(performance, 'now').mockImplementation(() => this.now);
    vi.stubGlobal('matchMedia', () => ({
      matches: this.reduced,
      addEventListener: (_: string, listener: () => void, { signal }: { signal: AbortSignal }) => {
        this.#listeners.add(listener);
        signal.addEventListener('abort', () => this.#listeners.delete(listener));
      },
    }));
  }

  get animates(): boolean {
    return this.#frame !== undefined;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** So many frames of 100 ms. */
  frames(count: number): void {
    for (let i = 0; i < count; i++) {
      this.now += 100;
      const frame = this.#frame;
      this.#frame = undefined;
      frame?.(this.now);
    }
  }

  want(reduced: boolean): void {
    this.reduced = reduced;
    for (const listener of this.#listeners) listener();
  }
}

describe('playback', () => {
  let page: Window;
  let controllers: ReactiveController[];
  let course: { stops: { t: number; label: string }[]; seconds: number } | undefined;
  let still: boolean;
  let loops: boolean;
  let moments: number[];
  let playback: Playback;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    page = new Window();
    page.install();
    controllers = [];
    course = { stops, seconds: 4 };
    still = false;
    loops = false;
    moments = [];
    const host: ReactiveControllerHost = {
      addController: (controller) => controllers.push(controller),
      removeController: () => {},
      requestUpdate: () => {},
      updateComplete: Promise.resolve(true),
    };
    playback = new Playback(host, {
      course: () => course,
      still: () => still,
      loops: () => loops,
      onMoment: () => moments.push(playback.t),
    });
    for (const each of controllers) each.hostConnected?.();
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('moves from moment to moment, rests there, and ends at the last', () => {
    playback.begin(0, true);
    playback.play();
    page.frames(5);
    expect(playback.t).toBeCloseTo(0.125);
    page.frames(6);
    expect(playback.t).toBe(0.25);
    page.frames(7);
    expect(playback.t).toBe(0.25);
    page.frames(60);
    expect([playback.t, playback.playing, page.animates]).toEqual([1, false, false]);
    expect(moments).toEqual([0.25, 0.5, 1]);
  });

  it('begins anew from a poster and from the end, goes on from a moment that was asked for', () => {
    playback.begin(0.6, false);
    playback.play();
    expect(playback.t).toBe(0);
    playback.goTo(1);
    playback.play();
    expect(playback.t).toBe(0);
    playback.begin(0.6, true);
    playback.pause();
    playback.play();
    expect(playback.t).toBe(0.6);
  });

  it('shows moments only from the instant at which motion is unwanted, and moves again when it is wanted', () => {
    playback.begin(0, true);
    playback.play();
    page.frames(3);
    page.want(true);
    expect([playback.t, playback.playing, page.animates]).toEqual([0.25, true, false]);
    vi.advanceTimersByTime(1800);
    expect(playback.t).toBe(0.5);
    page.want(false);
    expect(page.animates).toBe(true);
    page.frames(2);
    expect(playback.t).toBeGreaterThan(0.5);
    vi.advanceTimersByTime(10_000);
    expect(playback.t).toBeLessThan(1);
  });

  it('asks for no frame where its page wants none, and shows moments faster at a higher speed', () => {
    still = true;
    playback.speed = 2;
    playback.begin(0, true);
    playback.play();
    expect([playback.t, page.animates]).toEqual([0.25, false]);
    vi.advanceTimersByTime(900);
    expect(playback.t).toBe(0.5);
    vi.advanceTimersByTime(1800);
    expect([playback.t, playback.playing]).toEqual([1, false]);
  });

  it('begins again at its end where it is to loop, after a rest', () => {
    loops = true;
    playback.begin(0.9, true);
    playback.play();
    page.frames(8);
    expect([playback.t, playback.playing, page.animates]).toEqual([1, true, false]);
    vi.advanceTimersByTime(1800);
    expect([playback.t, page.animates]).toEqual([0, true]);
    playback.pause();
    vi.advanceTimersByTime(10_000);
    expect(playback.t).toBe(0);
  });

  it('steps between moments and says where there is none', () => {
    playback.begin(0.3, true);
    expect(playback.step(1)).toBe(true);
    expect(playback.t).toBe(0.5);
    expect(playback.step(1)).toBe(true);
    expect(playback.step(1)).toBe(false);
    expect(playback.t).toBe(1);
    playback.goTo(0.25);
    expect(playback.step(-1)).toBe(true);
    expect(playback.t).toBe(0);
    expect(playback.step(-1)).toBe(false);
  });

  it('keeps the named moment when the moments move, and a time between as it is', () => {
    const moved = () => {
      course = { stops: [0.1, 1].map((t) => ({ t, label: '' })), seconds: 4 };
    };
    playback.begin(0.25, true);
    playback.keepMoment(moved);
    expect(playback.t).toBe(0.1);
    course = { stops, seconds: 4 };
    playback.begin(0.5, true);
    playback.keepMoment(moved);
    expect(playback.t).toBe(1);
    course = { stops, seconds: 4 };
    playback.begin(0.3, true);
    playback.keepMoment(moved);
    expect(playback.t).toBe(0.3);
    course = { stops, seconds: 4 };
    playback.begin(0, true);
    playback.keepMoment(moved);
    expect(playback.t).toBe(0);
  });

  it('keeps times within the figure, and does nothing before there is one', () => {
    playback.goTo(7);
    expect(playback.t).toBe(1);
    playback.goTo(-1);
    expect(playback.t).toBe(0);
    course = undefined;
    playback.play();
    expect([playback.playing, playback.step(1)]).toEqual([false, false]);
  });

  it('stops, and listens to nothing any more, when the element leaves the page', () => {
    playback.begin(0, true);
    playback.play();
    for (const each of controllers) each.hostDisconnected?.();
    expect([playback.playing, page.animates, page.listeners]).toEqual([false, false, 0]);
  });
});
