// Scene after scene through the contenders, then the scenes drawn again and again.
import { type Difference, type Interval, Measurement, type Measures } from '#lib/analysis/index.ts';
import { EVALUATION, nonMaxSuppression } from '#lib/detection/index.ts';
import { filled } from '#lib/detector/index.ts';
import { throwIfCancelled } from '#lib/engine/cancel.ts';
import { random } from '#lib/random/index.ts';
import { scenes as source } from '#lib/scenes/client.ts';
import type { SceneParameters } from '#lib/scenes/parameters.ts';
import type { DetectorName } from '../choices.ts';
import type { Contender } from '../contenders.ts';

/** What was measured so far. */
export interface Measured {
  /** The settings, and the seed before the first scene. */
  scene: SceneParameters;
  scenes: number;
  /** Of whom, in the order of the numbers. */
  names: DetectorName[];
  scores: Measures[];
  /** What the scenes ran on. */
  backend: string;
  /** Once all scenes are done, or the reader said that it is enough. */
  luck?: Luck;
}

export interface Luck {
  resamples: number;
  intervals: (Interval | null)[][];
  differences: Difference[];
  /** Precision of each at the 101 recalls. */
  curves: number[][];
}

/** Scenes between two looks at the AP. */
const INTERVAL = 10;
/** How often the scenes are drawn again. */
export const RESAMPLES = 300;
/** Seed of that drawing. */
const LUCK = 1;

/** Lets the page draw itself, and hears whether the reader has stopped it. */
async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  throwIfCancelled(signal);
}

/**
 * Runs the contenders over the scenes after `scene.seed`, with its other parameters, and tells the AP so far.
 *
 * @param enough asked after each scene; what is measured by then is judged
 * @throws EngineError `cancelled` when the signal stops it
 */
export async function measureScenes(
  contenders: readonly Contender[],
  scene: SceneParameters,
  limit: number,
  {
    signal,
    enough,
    tell,
  }: { signal: AbortSignal; enough: () => boolean; tell: (so: Measured) => void },
): Promise<Measured> {
  const measurement = new Measurement(contenders.length);
  const names = contenders.map(({ name }) => name);
  const so = (backend: string): Measured => ({
    ...{ scene, names, backend },
    ...{ scenes: measurement.scenes, scores: measurement.scores() },
  });
  let backend = '';
  while (measurement.scenes < limit && !(measurement.scenes > 0 && enough())) {
    const next = await source().render({ ...scene, seed: scene.seed + measurement.scenes + 1 });
    const input = filled(next);
    const passes = await Promise.all(
      contenders.map(({ detector }) => detector.run(input, { signal })),
    );
    measurement.add(
      passes.map(({ outputs }, i) => ({
        detections: nonMaxSuppression(contenders[i].detector.boxes(outputs, EVALUATION)),
        truths: next.objects,
      })),
    );
    backend = passes[0].backend;
    if (measurement.scenes % INTERVAL === 0) tell(so(backend));
  }
  const done = so(backend);
  tell(done);
  const numbers = random(LUCK);
  for (let i = 0; i < RESAMPLES; i++) {
    measurement.resample(numbers);
    await breathe(signal);
  }
  const luck = {
    resamples: RESAMPLES,
    intervals: measurement.intervals(),
    ...{ differences: measurement.differences(), curves: measurement.curves() },
  };
  return { ...done, luck };
}
