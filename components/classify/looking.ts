// The networks: fetched, held by one owner, shown one picture at three sizes.
import '#components/kit/fault-words.ts';
import { architectures } from '#components/kit/architectures.ts';
import { engine } from '#components/kit/engine-client.ts';
import { absolute } from '#components/kit/in-site.ts';
import { SIDE, SIDES, seenAt } from '#lib/classify/index.ts';
import {
  type Detector,
  DetectorOwner,
  type DetectorRequest,
  type HoldOptions,
} from '#lib/detector/index.ts';

/** A network that is held. */
export interface Judge {
  name: string;
  detector: Detector;
}

export class Judges {
  private readonly owner = new DetectorOwner(engine);
  private readonly folder: string;

  /** @param folder address of the weights, ending in a slash */
  constructor(folder: string) {
    this.folder = folder;
  }

  /** @throws EngineError, or CodeError where the engine's code does not arrive */
  async hold(names: readonly string[], options: HoldOptions): Promise<Judge[]> {
    const detectors = await this.owner.hold(names.map(this.request, this), options);
    return detectors.map((detector, i) => ({ name: names[i], detector }));
  }

  release(): Promise<void> {
    return this.owner.release();
  }

  private request(path: string): DetectorRequest {
    return {
      architecture: architectures.get(path.slice(path.lastIndexOf('/') + 1)),
      source: { kind: 'trained', address: absolute(`${this.folder}${path}`) },
    };
  }
}

/** Probabilities of the classes, by network, size and picture: [judge][side][picture][class]. */
export type Answers = number[][][][];

/**
 * What each network makes of pictures at each size, in one pass a network.
 *
 * @param pixels RGB uint8 [n, 32, 32, 3]
 * @throws EngineError `cancelled` when the signal stops it
 */
export async function answersTo(
  judges: readonly Judge[],
  pixels: Uint8Array,
  signal: AbortSignal,
): Promise<Answers> {
  const pictures = pixels.length / (3 * SIDE * SIDE);
  const data = new Float32Array(SIDES.length * pixels.length);
  SIDES.forEach((side, i) => {
    data.set(seenAt(pixels, side), i * pixels.length);
  });
  const input = { data, height: SIDE, width: SIDE };
  return Promise.all(
    judges.map(async ({ detector }) => {
      const { outputs } = await detector.run(input, { signal });
      return SIDES.map((_, i) =>
        Array.from({ length: pictures }, (_, n) =>
          detector.probabilities(outputs, i * pictures + n),
        ),
      );
    }),
  );
}
