// The detectors of the lab: fetched when the engine is, held by one owner, shown what is to be looked at.

import '#components/kit/fault-words.ts';
import { architectures } from '#components/kit/architectures.ts';
import { engine } from '#components/kit/engine-client.ts';
import { absolute } from '#components/kit/in-site.ts';
import type { Detection } from '#lib/detection/index.ts';
import {
  type Detector,
  DetectorOwner,
  type DetectorRequest,
  filled,
  type HoldOptions,
  type JudgedCard,
  judged,
} from '#lib/detector/index.ts';
import type { Picture } from '#lib/files/index.ts';
import { architectureOf, type DetectorName } from './choices.ts';
import { declaration } from './parameters.ts';
import { type Price, priceOf } from './price.ts';

/** What one detector says of one picture; boxes in pixels of the picture. */
export interface Found {
  /** Before the suppression, from the lowest threshold of the lab on. */
  candidates: Detection[];
  price: Price;
  backend: string;
}

/** One of the compared detectors, loaded. */
export interface Contender {
  name: DetectorName;
  card: JudgedCard;
  detector: Detector;
}

/** Holds the contenders that were asked for last. */
export class ContendersOwner {
  private readonly owner = new DetectorOwner(engine);
  private readonly folder: string;

  /** @param folder address of the weights, ending in a slash */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** @throws EngineError, or CodeError where the engine's code does not arrive */
  async hold(names: readonly DetectorName[], options: HoldOptions): Promise<Contender[]> {
    const detectors = await this.owner.hold(names.map(this.request, this), options);
    return detectors.map((detector, i) => ({
      name: names[i],
      card: judged(detector.card!),
      detector,
    }));
  }

  release(): Promise<void> {
    return this.owner.release();
  }

  private request(name: DetectorName): DetectorRequest {
    return {
      architecture: architectures.get(architectureOf(name)),
      source: { kind: 'trained', address: absolute(`${this.folder}${name}`) },
    };
  }
}

/** Every contender on one picture, in one queue. `warm`: the times are of networks that were ready. */
export async function look(
  contenders: readonly Contender[],
  picture: Picture,
  options: { signal: AbortSignal; warm?: boolean },
): Promise<Found[]> {
  const input = filled(picture);
  // Asked at once: between two passes the engine waits for no answer of this thread.
  return Promise.all(
    contenders.map(async ({ detector }) => {
      const { outputs, milliseconds, backend } = await detector.run(input, options);
      const candidates = detector.boxes(outputs, { scoreThreshold: declaration.threshold.min });
      return { candidates, price: priceOf(detector, input, { backend, milliseconds }), backend };
    }),
  );
}
