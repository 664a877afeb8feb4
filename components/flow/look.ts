// One picture through one detector, with everything that is worth seeing on the way. Loaded when the widget is in view.
import type { Card } from '#components/lab/card.ts';
import { detectorInput } from '#components/lab/input.ts';
import strided from '#content/architectures/yolov5p.yaml?raw';
import spd from '#content/architectures/yolov5p-spd.yaml?raw';
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
import { engine } from '#lib/engine/client.ts';
import type { Progress } from '#lib/engine/download.ts';
import type { ModelInfo } from '#lib/engine/model.ts';
import type { RoleMap } from '#lib/model/roles.ts';
import { generateScene, type Scene } from '#lib/scenes/index.ts';
import { THRESHOLD } from './parameters.ts';

export type Variant = 'strided' | 'spd';

export const FILES: Record<Variant, { name: string; yaml: string }> = {
  strided: { name: 'yolov5p', yaml: strided },
  spd: { name: 'yolov5p-spd', yaml: spd },
};

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

export interface Watch {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Keeps each detector, once it was fetched. */
export class Looker {
  private readonly models = new Map<Variant, ModelInfo>();
  private readonly folder: string;
  private readonly roles: Roles;

  /** @param folder address of the weights, ending in a slash */
  constructor(folder: string, roles: Roles) {
    this.folder = folder;
    this.roles = roles;
  }

  /** @throws EngineError in plain words, or TypeError when the network fails */
  async look(variant: Variant, seed: number, watch: Watch): Promise<Seen> {
    const scene = generateScene({ seed });
    const { model, classes, levels: shapes } = await this.load(variant, watch);
    const input = detectorInput(scene).data;
    const { backbone, neck } = this.roles[variant];
    const rows = [...backbone, ...neck];
    const { outputs: logits, backend } = await engine().run(model, input);
    const nodes = rows.map(({ row }) => row);
    const { outputs: maps } = await engine().activations(model, input, nodes);
    const seen = rows.map((role, i) => ({ ...role, data: maps[i].data }));
    const levels = shapes.map(({ stride, anchors }, i) => {
      const [, height, width] = logits[i].shape;
      return { data: logits[i].data, height, width, stride, anchors };
    });
    const all = decode(levels, {
      classCount: classes,
      scoreThreshold: EVALUATION.scoreThreshold,
    });
    const sure = ({ score }: Detection) => score >= THRESHOLD;
    const candidates = all.filter(sure);
    return {
      variant,
      seed,
      scene,
      backbone: seen.slice(0, backbone.length),
      neck: seen.slice(backbone.length),
      levels,
      places: placesByObjectness(levels),
      candidates,
      verdicts: suppressionVerdicts(candidates, SHOWN.iouThreshold),
      kept: nonMaxSuppression(candidates, SHOWN),
      backend,
    };
  }

  private async load(variant: Variant, { signal, onProgress }: Watch): Promise<ModelInfo> {
    const there = this.models.get(variant);
    if (there) return there;
    const { name, yaml } = FILES[variant];
    const address = `${this.folder}${name}`;
    const { sha256 } = (await (await fetch(`${address}.json`, { signal })).json()) as Card;
    const info = await engine().load(
      { architecture: yaml, pictureSize: [128, 128] },
      `${address}.safetensors`,
      { sha256, signal, onProgress },
    );
    this.models.set(variant, info);
    return info;
  }
}
