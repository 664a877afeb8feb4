import { type AveragePrecision, averagePrecision, type ImageResult } from '#lib/detection/index.ts';
import { scenes as source } from '#lib/scenes/client.ts';
import type { SceneParameters } from '#lib/scenes/index.ts';
import type { DetectorName } from './choices.ts';
import { type Contender, look } from './contenders.ts';

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
    const found = await look(contenders, next, { signal });
    found.forEach(({ detections }, i) => {
      results[i].push({ detections, truths: next.objects });
    });
    if (scenes % INTERVAL !== 0 && scenes !== limit) continue;
    onScore({
      scenes,
      names: contenders.map(({ name }) => name),
      scores: results.map((each) => averagePrecision(each)),
      backend: found[0].backend,
    });
  }
}
