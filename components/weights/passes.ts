import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sentenceOf } from '#components/kit/faults.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { type Normalisation, networkInput } from '#lib/detector/index.ts';
import { EngineError } from '#lib/engine/errors.ts';
import { medianOf } from './median.ts';
import type { OwnModel } from './own-model.ts';
import type { OwnPicture } from './own-pictures.ts';

/** Passes of a measurement, and when it is enough: milliseconds. */
const PASSES = 20;
const LONG_ENOUGH = 5000;

/** Whose pictures are looked at. */
interface Host extends ReactiveControllerHost {
  readonly model: OwnModel | null;
  pictures: OwnPicture[];
  readonly chosen: number;
  readonly colours: Normalisation;
  /** Called when the engine came to rest. */
  weigh(): Promise<void>;
}

/** The network at work: over all pictures, or again and again over one. Each of the two ends the other. */
export class Passes implements ReactiveController {
  looking = false;
  /** The reader stopped it before all pictures had a result. */
  halted = false;
  measured = '';
  failure = '';

  readonly #host: Host;
  /** Counts up with every beginning, so that older work ends. */
  #turn = 0;
  #stopping: Promise<void> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Another network: what was said of the last one is not true of it. */
  forget(): void {
    this.measured = '';
    this.failure = '';
  }

  /** The network looks at every picture that has no result yet, the chosen one first. */
  async look(): Promise<void> {
    this.halted = false;
    await this.#work(async (model, isCurrent) => {
      for (let next = this.#next(); next && isCurrent(); next = this.#next()) {
        if (next.fit.canvas.width !== model.size) return;
        const result = await model.run(networkInput(next.square, this.#host.colours).data);
        if (!isCurrent()) return;
        const { pictures } = this.#host;
        this.#host.pictures = pictures.map((one) => (one === next ? { ...next, result } : one));
        this.failure = '';
      }
      await this.#host.weigh();
    });
  }

  /** The median of some passes over the chosen picture. */
  async measure(): Promise<void> {
    const picture = this.#host.pictures[this.#host.chosen];
    if (!picture) return;
    const input = networkInput(picture.square, this.#host.colours).data;
    await this.#work(async (model, isCurrent) => {
      const times: number[] = [];
      const start = performance.now();
      while (times.length < PASSES && performance.now() - start < LONG_ENOUGH) {
        const { milliseconds, backend } = await model.run(input);
        if (!isCurrent()) return;
        times.push(milliseconds);
        this.measured = words.measured(medianOf(times).toFixed(1), times.length, backend);
        this.#host.requestUpdate();
      }
    });
  }

  /** Breaks off the pass that runs. */
  stop(): void {
    this.#turn++;
    this.#rest();
    this.#stopping = this.#breakOff();
  }

  async #breakOff(): Promise<void> {
    try {
      await this.#host.model?.stop();
      await this.#host.weigh();
    } catch (error) {
      this.failure = words.failedRun(sentenceOf(error));
      this.#host.requestUpdate();
    }
  }

  async #work(work: (model: OwnModel, isCurrent: () => boolean) => Promise<void>): Promise<void> {
    const turn = ++this.#turn;
    const { model } = this.#host;
    const isCurrent = () => turn === this.#turn;
    this.looking = model !== null;
    this.#host.requestUpdate();
    if (!model) return;
    try {
      await this.#stopping;
      if (isCurrent()) await work(model, isCurrent);
    } catch (error) {
      if (!isCurrent()) return;
      // The feature maps can stop the engine too.
      const stopped = error instanceof EngineError && error.code === 'cancelled';
      if (stopped) this.#rest();
      else this.failure = words.failedRun(sentenceOf(error));
    } finally {
      if (isCurrent()) {
        this.looking = false;
        this.#host.requestUpdate();
      }
    }
  }

  #rest(): void {
    this.looking = false;
    this.halted = this.#next() !== undefined;
    this.#host.requestUpdate();
  }

  #next(): OwnPicture | undefined {
    const { pictures, chosen } = this.#host;
    if (pictures[chosen]?.result === null) return pictures[chosen];
    return pictures.find(({ result }) => result === null);
  }
}
