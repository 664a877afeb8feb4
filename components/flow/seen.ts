// One picture through one detector, with everything that is worth seeing on the way. Runs in the browser and in Node.
import { detectorInput } from '#components/kit/detector-input.ts';
import {
  type Detection,
  decode,
  EVALUATION,
  type Level,
  nonMaxSuppression,
  type Place,
  placesByObjectness,
  SHOWN,
  suppressionVerdicts,
  type Verdict,
} from '#lib/detection/index.ts';
import type { RunResult } from '#lib/engine/engine.ts';
import type { ModelInfo } from '#lib/engine/model.ts';
import type { RoleMap } from '#lib/model/roles.ts';
import { generateScene, type Scene } from '#lib/scenes/index.ts';
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
  places: Place[];
  /** Boxes whose score reaches the threshold, before the suppression. */
  candidates: Detection[];
  /** The candidates, best first, and what becomes of each. */
  verdicts: Verdict[];
  /** What is left, as the lab has it. */
  kept: Detection[];
  backend: string;
}

/** What is asked of an engine: the worker's or Node's. */
export interface Runner {
  run(model: number, input: Float32Array): Promise<RunResult>;
  activations(model: number, input: Float32Array, nodes: number[]): Promise<RunResult>;
}

/** Shows scene `seed` to a loaded detector. */
export async function see(
  runner: Runner,
  { model, classes, levels: shapes }: ModelInfo,
  { variant, seed, roles }: { variant: Variant; seed: number; roles: Roles },
): Promise<Seen> {
  const scene = generateScene({ seed });
  const input = detectorInput(scene).data;
  const { backbone, neck } = roles[variant];
  const rows = [...backbone, ...neck];
  const { outputs: logits, backend } = await runner.run(model, input);
  const nodes = rows.map(({ row }) => row);
  const { outputs: maps } = await runner.activations(model, input, nodes);
  const seen = rows.map((role, i) => ({ ...role, data: maps[i].data }));
  const levels = shapes.map(({ stride, anchors }, i) => {
    const [, height, width] = logits[i].shape;
    return { data: logits[i].data, height, width, stride, anchors };
  });
  const all = decode(levels, { classCount: classes, scoreThreshold: EVALUATION.scoreThreshold });
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
