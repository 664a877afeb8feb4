import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { motionIsReduced, onMotionChange } from '#components/kit/motion.ts';
import type { Stop } from '#lib/figures/index.ts';
import { advance, DWELL, nextStop, previousStop, stepAt } from './clock.ts';

/** Seconds for which each moment is shown without motion. */
const DWELL_STILL = 1.8;
/** The longest time between two frames that counts, seconds: a tab that slept must not jump. */
const LONGEST_FRAME = 0.1;

export interface PlaybackOptions {
  /** The named moments, ascending, the last at 1, and the seconds from 0 to 1; undefined while there is nothing to play. */
  course(): { stops: readonly Stop[]; seconds: number } | undefined;
  /** Named moments only, whatever the system says. */
  still(): boolean;
  /** What somebody has started begins again at its end. */
  loops(): boolean;
  /** Playing began, ended or reached a moment, or time was set. */
  onMoment(): void;
}

/**
 * Owns a figure's time. It plays from moment to moment with a rest at each; where the reader wants no motion it shows the
 * moments and nothing between, from the instant at which they say so.
 */
export class Playback implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PlaybackOptions;
  #t = 0;
  #playing = false;
  #speed = 1;
  /** Seconds left to rest at the moment that t stands on. */
  #rest = 0;
  /** Set by the reader or the address; a poster is only a beginning. */
  #touched = false;
  /** Where it stops: at the end, or at the moment of a poster. */
  #until = 1;
  /** Plays because it came into view, not because somebody asked. */
  #byItself = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave = new AbortController();

  constructor(host: ReactiveControllerHost, options: PlaybackOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** In [0, 1]. */
  get t(): number {
    return this.#t;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Times the normal speed. */
  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#leave = new AbortController();
    onMotionChange(() => this.#goOn(), this.#leave.signal);
  }

  hostDisconnected(): void {
    this.pause();
    this.#leave.abort();
  }

  /** Where to begin: a poster's time, or one that was asked for. Tells nobody. */
  begin(t: number, asked: boolean): void {
    this.#touched = asked;
    this.#put(t);
  }

  /** It plays because it came into view: nobody has asked, so nobody is told before its end. */
  get byItself(): boolean {
    return this.#byItself;
  }

  play(): void {
    if (!this.#options.course() || this.#playing) return;
    if (this.#t >= 1 || !this.#touched) this.#put(0);
    this.#touched = true;
    this.#start(1);
  }

  /** From the start to a moment, by itself; where no motion is wanted, that moment at once. */
  playOnce(until: number): void {
    if (!this.#options.course()) return;
    this.#halt();
    this.#touched = false;
    if (this.#options.still() || motionIsReduced()) {
      this.#end(until);
      return;
    }
    this.#put(0);
    this.#byItself = true;
    this.#start(until);
  }

  #start(until: number): void {
    this.#until = until;
    this.#playing = true;
    this.#host.requestUpdate();
    this.#goOn();
  }

  pause(): void {
    this.#halt();
    this.#rest = 0;
    if (!this.#playing) return;
    this.#playing = false;
    this.#touched ||= this.#byItself;
    this.#byItself = false;
    this.#host.requestUpdate();
    this.#options.onMoment();
  }

  /** Out of sight: what plays by itself comes to its end, what the reader has started waits for them. */
  leave(): void {
    this.#arrive();
  }

  #end(t: number): void {
    this.#halt();
    [this.#playing, this.#byItself, this.#touched] = [false, false, false];
    this.#put(t);
    this.#options.onMoment();
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** To the next or previous named moment; false where there is none. */
  step(direction: 1 | -1): boolean {
    const course = this.#options.course();
    if (!course) return false;
    const find = direction > 0 ? nextStop : previousStop;
    const stop = find(course.stops, this.#t);
    this.pause();
    if (!stop) return false;
    this.goTo(stop.t);
    return true;
  }

  goTo(t: number): void {
    this.pause();
    this.#touched = true;
    this.#put(Math.min(1, Math.max(0, t)));
    this.#options.onMoment();
  }

  /** The named moment that is shown stays, wherever `change` puts it; a time between two stays as it is. */
  keepMoment(change: () => void): void {
    const step = stepAt(this.#options.course()?.stops ?? [], this.#t);
    change();
    const stops = this.#options.course()?.stops ?? [];
    if (step >= 0) this.#put(step === 0 ? 0 : (stops[Math.min(step, stops.length) - 1]?.t ?? 1));
  }

  #put(t: number): void {
    this.#t = t;
    this.#host.requestUpdate();
  }

  #halt(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  /** In the manner that the reader wants by now. */
  #goOn(): void {
    this.#halt();
    if (!this.#playing) return;
    if (this.#options.still() || motionIsReduced()) this.#showMoments();
    else this.#animate();
  }

  #animate(): void {
    let last = performance.now();
    const tick = (now: number) => {
      const course = this.#options.course();
      if (!course) return;
      const elapsed = Math.min(LONGEST_FRAME, (now - last) / 1000);
      last = now;
      const before = this.#rest;
      const pace = { ...course, speed: this.#speed, dwell: DWELL };
      const { t, rest } = advance({ t: this.#t, rest: before }, elapsed, pace);
      this.#rest = rest;
      this.#put(t);
      if (rest > before) this.#options.onMoment();
      if (t >= this.#until) this.#finish();
      else this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  #arrive(): void {
    if (this.#byItself) this.#end(this.#until);
    else this.pause();
  }

  /** At the last moment: from the start again, or not. */
  #finish(): void {
    if (this.#byItself || !this.#options.loops()) {
      this.#arrive();
      return;
    }
    this.#rest = 0;
    this.#timer = setTimeout(
      () => {
        this.#put(0);
        this.#goOn();
      },
      (1000 * DWELL_STILL) / this.#speed,
    );
  }

  #showMoments(): void {
    const stop = nextStop(this.#options.course()?.stops ?? [], this.#t);
    if (!stop || stop.t > this.#until) {
      this.#finish();
      return;
    }
    this.#rest = 0;
    this.#put(stop.t);
    this.#options.onMoment();
    this.#timer = setTimeout(() => this.#showMoments(), (1000 * DWELL_STILL) / this.#speed);
  }
}
