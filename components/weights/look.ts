import '#components/kit/fault-words.ts';
import { engine } from '#components/kit/engine-client.ts';
import type { Detection } from '#lib/detection/index.ts';
import { type Detector, type Normalisation, networkInput } from '#lib/detector/index.ts';
import type { Picture } from '#lib/files/index.ts';
import { declaration } from './parameters.ts';

/** Best scored boxes that are kept of one picture: enough for any threshold that can be set. */
const MOST_CANDIDATES = 3000;

/** What a network said of one picture. */
export type Result = (
  | {
      kind: 'boxes';
      /** One box an anchor, down to the lowest threshold, in pixels of the input, best first. */
      candidates: Detection[];
    }
  | {
      kind: 'classes';
      /** Of each class. */
      probabilities: number[];
    }
) & {
  /** One pass, milliseconds. */
  milliseconds: number;
  backend: string;
  /** The pass also made the network ready. */
  first: boolean;
};

/** One pass over a picture. */
export async function look(
  detector: Detector,
  picture: Picture,
  colours: Normalisation,
  signal: AbortSignal,
): Promise<Result> {
  const input = networkInput(picture, colours);
  const { outputs, milliseconds, backend, first } = await detector.run(input, { signal });
  const cost = { milliseconds, backend, first };
  if (!detector.detects) {
    return { kind: 'classes', probabilities: detector.probabilities(outputs), ...cost };
  }
  const boxes = { scoreThreshold: declaration.threshold.min, bestClassOnly: true };
  const candidates = detector.boxes(outputs, boxes).sort((a, b) => b.score - a.score);
  return { kind: 'boxes', candidates: candidates.slice(0, MOST_CANDIDATES), ...cost };
}

/** Ends the pass that runs: at once if it takes long, then together with the engine's worker. */
export async function breakOff(): Promise<void> {
  await (await engine()).breakOff();
}
