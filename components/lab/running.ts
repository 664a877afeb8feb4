import {
  type AveragePrecision,
  averagePrecision,
  EVALUATION,
  type ImageResult,
  nonMaxSuppression,
} from '#lib/detection/index.ts';
import { filled } from '#lib/detector/index.ts';
import { scenes as source } from '#lib/scenes/client.ts';
import type { SceneParameters } from '#lib/scenes/index.ts';
import type { DetectorName } from './choices.ts';
import type { Contender } from './contenders.ts';

/** The AP so far of all contenders. */
export interface RunningScore {
  scenes: number;
  /** Of whom, in the order of the scores. */
  names: DetectorName[];
  scores: AveragePrecision[];
  /** What the last scene ran on. */
  backend: string;
}

/** Scenes between two looks at the AP: reckoning it takes longer than a scene, the more there are. */
const INTERVAL = 10;

/**
 * Runs the contenders over the scenes after `scene.seed`, with its other parameters, and tells the AP so far.
 *
 * @throws EngineError `cancelled` when the signal stops it before `limit` scenes are done
 */
export async function runningScore(
  contenders: readonly Contender[],
  scene: SceneParameters,
  limit: number,
  signal: AbortSignal,
  onScore: (score: RunningScore) => void,
): Promise<void> {
  const results: ImageResult[][] = contenders.map(() => []);
  for (let scenes = 1; scenes <= limit; scenes++) {
    const next = await source().render({ ...scene, seed: scene.seed + scenes });
    const passes = await Promise.all(
      contenders.map(({ detector }) => detector.run(filled(next), { signal })),
    );
    passes.forEach(({ outputs }, i) => {
      const detections = nonMaxSuppression(contenders[i].detector.boxes(outputs, EVALUATION));
      results[i].push({ detections, truths: next.objects });
    });
    if (scenes % INTERVAL !== 0 && scenes !== limit) continue;
    onScore({
      scenes,
      names: contenders.map(({ name }) => name),
      scores: results.map((each) => averagePrecision(each)),
      backend: passes[0].backend,
    });
  }
}
