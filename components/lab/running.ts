import { type AveragePrecision, averagePrecision, type ImageResult } from '#lib/detection/index.ts';
import { generateScene, type SceneParameters } from '#lib/scenes/index.ts';
import { type DetectorName, SIDES, type Side } from './choices.ts';
import { look, type Pair } from './pair.ts';

/** The AP so far of both detectors. */
export interface RunningScore {
  scenes: number;
  /** Which two. */
  pair: Record<Side, DetectorName>;
  scores: Record<Side, AveragePrecision>;
  /** What the last scene ran on. */
  backend: string;
}

/** Scenes between two looks at the AP: reckoning it takes longer than a scene, the more there are. */
const INTERVAL = 10;

/**
 * Runs both detectors over the scenes after `scene.seed`, with its other parameters, and tells the AP so far.
 *
 * @throws EngineError `cancelled` when the signal stops it before `limit` scenes are done
 */
export async function runningScore(
  pair: Pair,
  scene: SceneParameters,
  limit: number,
  signal: AbortSignal,
  onScore: (score: RunningScore) => void,
): Promise<void> {
  const results: Record<Side, ImageResult[]> = { left: [], right: [] };
  for (let scenes = 1; scenes <= limit; scenes++) {
    const next = generateScene({ ...scene, seed: scene.seed + scenes });
    const found = await look(pair, next, { signal });
    for (const side of SIDES) {
      results[side].push({ detections: found[side].detections, truths: next.objects });
    }
    if (scenes % INTERVAL !== 0 && scenes !== limit) continue;
    onScore({
      scenes,
      pair: pair.names,
      scores: { left: averagePrecision(results.left), right: averagePrecision(results.right) },
      backend: found.right.backend,
    });
  }
}
