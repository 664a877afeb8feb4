// Scene after scene through the contenders, then the scenes drawn again and again.
import { loadCode } from '#components/kit/load-code.ts';
import type { Luck, Measures } from '#lib/analysis/index.ts';
import { filled } from '#lib/detector/index.ts';
import { unlessCancelled } from '#lib/engine/cancel.ts';
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

/** Scenes between two looks at the AP. */
const INTERVAL = 10;
/** How often the scenes are drawn again. */
export const RESAMPLES = 300;
/** Seed of that drawing. */
export const LUCK = 1;

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
  const { MeasurementClient } = await loadCode(() => import('#lib/analysis/client.ts'));
  const measurement = new MeasurementClient(contenders.length);
  // Its worker ends with the measurement, however that ends.
  const asked = <T>(answer: Promise<T>) => unlessCancelled(answer, signal);
  const names = contenders.map(({ name }) => name);
  try {
    let scenes = 0;
    let backend = '';
    const so = async (): Promise<Measured> => ({
      ...{ scene, names, backend, scenes },
      scores: await asked(measurement.scores()),
    });
    while (scenes < limit && !(scenes > 0 && enough())) {
      const next = await source().render({ ...scene, seed: scene.seed + scenes + 1 });
      const input = filled(next);
      const passes = await Promise.all(
        contenders.map(({ detector }) => detector.run(input, { signal })),
      );
      const models = passes.map(({ outputs }, i) => {
        const { detector } = contenders[i];
        return { levels: detector.levels(outputs), classCount: detector.info.classes };
      });
      await asked(measurement.add({ models, truths: next.objects }));
      backend = passes[0].backend;
      scenes++;
      if (scenes % INTERVAL === 0) tell(await so());
    }
    const done = await so();
    tell(done);
    return { ...done, luck: await asked(measurement.luck(RESAMPLES, LUCK)) };
  } finally {
    measurement.end();
  }
}
