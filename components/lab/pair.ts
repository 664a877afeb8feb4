// The two detectors of the lab: fetched when the engine is, held by one owner, shown what is to be looked at.
import { architectures } from '#components/kit/architectures.ts';
import { engine } from '#components/kit/engine-client.ts';
import { absolute } from '#components/kit/in-site.ts';
import { type Detection, EVALUATION, nonMaxSuppression } from '#lib/detection/index.ts';
import {
  type Detector,
  DetectorOwner,
  type DetectorRequest,
  filled,
  type HoldOptions,
  type JudgedCard,
  judged,
  type Picture,
} from '#lib/detector/index.ts';
import { architectureOf, type DetectorName, type Side } from './choices.ts';
import { declaration } from './parameters.ts';

/** What one detector says of one picture; boxes in pixels of the picture. */
export interface Found {
  /** As a measurement has them, down to the smallest score. */
  detections: Detection[];
  /** Before the suppression, from the lowest threshold of the lab on. */
  candidates: Detection[];
  /** One pass through the network, milliseconds. */
  milliseconds: number;
  backend: string;
}

/** Both detectors, loaded. */
export interface Pair {
  names: Record<Side, DetectorName>;
  cards: Record<Side, JudgedCard>;
  detectors: Record<Side, Detector>;
}

/** Holds the pair that was asked for last. */
export class PairOwner {
  private readonly owner = new DetectorOwner(engine);
  private readonly folder: string;

  /** @param folder address of the weights, ending in a slash */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** @throws EngineError, or CodeError where the engine's code does not arrive */
  async hold(names: Record<Side, DetectorName>, options: HoldOptions): Promise<Pair> {
    const wanted = [this.request(names.left), this.request(names.right)];
    const [left, right] = await this.owner.hold(wanted, options);
    const cards = { left: judged(left.card!), right: judged(right.card!) };
    return { names: { ...names }, cards, detectors: { left, right } };
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

/** Both detectors on one picture, one after the other. `warm`: the times are of networks that were ready. */
export async function look(
  { detectors }: Pair,
  picture: Picture,
  options: { signal: AbortSignal; warm?: boolean },
): Promise<Record<Side, Found>> {
  const input = filled(picture);
  const found = async (detector: Detector): Promise<Found> => {
    const { outputs, milliseconds, backend } = await detector.run(input, options);
    const all = detector.boxes(outputs, EVALUATION);
    const candidates = all.filter(({ score }) => score >= declaration.threshold.min);
    return { detections: nonMaxSuppression(all), candidates, milliseconds, backend };
  };
  return { left: await found(detectors.left), right: await found(detectors.right) };
}
