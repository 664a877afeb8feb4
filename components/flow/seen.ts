// One picture through one detector, with everything that is worth seeing on the way. Runs in the browser and in Node.
import {
  type AnchorPlace,
  type Detection,
  EVALUATION,
  type Level,
  nonMaxSuppression,
  placesByObjectness,
  SHOWN,
  suppressionVerdicts,
  type Verdict,
} from '#lib/detection/index.ts';
import { type Detector, filled } from '#lib/detector/index.ts';
import type { RoleMap } from '#lib/model/roles.ts';
import { scenes } from '#lib/scenes/client.ts';
import type { Scene } from '#lib/scenes/index.ts';
import { THRESHOLD } from './parameters.ts';

export type Variant = 'strided' | 'spd';

/** The rows of each detector that are shown, computed when the page was built. */
export type Roles = Record<Variant, { backbone: RoleMap[]; neck: RoleMap[] }>;

/** A map with its numbers: NHWC float32 [1, height, width, channels]. */
export interface SeenMap extends RoleMap {
  data: Float32Array;
}

export interface Seen {
  variant: Variant;
  seed: number;
  scene: Scene;
  backbone: SeenMap[];
  neck: SeenMap[];
  /** The head's logits. */
  levels: Level[];
  /** Surest first. */
  places: AnchorPlace[];
  /** Boxes whose score reaches the threshold, before the suppression. */
  candidates: Detection[];
  /** The candidates, best first, and what becomes of each. */
  verdicts: Verdict[];
  /** What is left, as the lab has it. */
  kept: Detection[];
  backend: string;
}

/** Shows scene `seed` to a loaded detector. */
export async function see(
  detector: Detector,
  {
    variant,
    seed,
    roles,
    signal,
  }: { variant: Variant; seed: number; roles: Roles; signal?: AbortSignal },
): Promise<Seen> {
  const scene = await scenes().render({ seed });
  const input = filled(scene);
  const { backbone, neck } = roles[variant];
  const rows = [...backbone, ...neck];
  const { outputs: logits, backend } = await detector.run(input, { signal });
  const nodes = rows.map(({ row }) => row);
  const { outputs: maps } = await detector.layers(input, nodes, { signal });
  const seen = rows.map((role, i) => ({ ...role, data: maps[i].data }));
  const levels = detector.levels(logits);
  const all = detector.boxes(logits, EVALUATION);
  const sure = ({ score }: Detection) => score >= THRESHOLD;
  const candidates = all.filter(sure);
  return {
    ...{ variant, seed, scene, levels, candidates, backend },
    backbone: seen.slice(0, backbone.length),
    neck: seen.slice(backbone.length),
    places: placesByObjectness(levels),
    verdicts: suppressionVerdicts(candidates, SHOWN.iouThreshold),
    kept: nonMaxSuppression(candidates, SHOWN),
  };
}
