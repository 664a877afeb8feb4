import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { medianOf } from '#components/kit/median.ts';
import { weights as words } from '#content/words/en/weights.ts';
import type { Detector, Normalisation } from '#lib/detector/index.ts';
import { breakOff, look } from './look.ts';
import type { OwnPicture } from './own-pictures.ts';

/** Passes of a measurement, and when it is enough: milliseconds. */
const PASSES = 20;
const LONG_ENOUGH = 5000;

/** Whose pictures are looked at. */
interface Host extends ReactiveControllerHost {
  readonly model: Detector | null;
  pictures: OwnPicture[];
  readonly chosen: number;
  readonly colours: Normalisation;
  /** Called when the engine came to rest. */
  weigh(): Promise<void>;
}

/** The network at work: over all pictures, or again and again over one. Each of the two ends the other. */
export class Passes implements ReactiveController {
  readonly answer: Answer<void>;
  measured = '';

  readonly #host: Host;
  #stopping: Promise<void> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
    this.answer = new Answer<void>(host);
    host.addController(this);
  }

  hostConnected(): void {}

  /** Another network: what was said of the last one is not true of it. */
  forget(): void {
    this.measured = '';
    this.answer.reset();
  }

  /** The network looks at every picture that has no result yet, the chosen one first. */
  look(): void {
    const { model } = this.#host;
    if (!model) {
      this.answer.reset();
      return;
    }
    void this.answer.ask(async (signal) => {
      await this.#stopping;
      for (let next = this.next(); next && !signal.aborted; next = this.next()) {
        const result = await look(model, next.square, this.#host.colours, signal);
        if (signal.aborted) return;
        const { pictures } = this.#host;
        this.#host.pictures = pictures.map((one) => (one === next ? { ...next, result } : one));
      }
      await this.#host.weigh();
    });
  }

  /** The median of some passes over the chosen picture. */
  measure(): void {
    const { model, pictures, chosen, colours } = this.#host;
    const picture = pictures[chosen];
    if (!model || !picture) return;
    void this.answer.ask(async (signal) => {
      await this.#stopping;
      const times: number[] = [];
      const start = performance.now();
      while (times.length < PASSES && performance.now() - start < LONG_ENOUGH) {
        const { milliseconds, backend, first } = await look(model, picture.square, colours, signal);
        if (signal.aborted) return;
        // The pass that makes the network ready says nothing of the next.
        if (first) continue;
        times.push(milliseconds);
        this.measured = words.measured(medianOf(times).toFixed(1), times.length, backend);
        this.#host.requestUpdate();
      }
    });
  }

  /** After a stop the pass that runs is broken off, and with it, where it takes long, the engine. */
  stopped(): void {
    this.#stopping = breakOff()
      .then(() => this.#host.weigh())
      .catch(() => undefined);
  }

  /** The picture that is looked at next: the chosen one, else the first without a result. */
  next(): OwnPicture | undefined {
    const { pictures, chosen } = this.#host;
    if (pictures[chosen]?.result === null) return pictures[chosen];
    return pictures.find(({ result }) => result === null);
  }
}
