// The detectors in the page: fetched once each, and shown a scene.
import type { Card } from '#components/kit/card.ts';
import strided from '#content/architectures/yolov5p.yaml?raw';
import spd from '#content/architectures/yolov5p-spd.yaml?raw';
import { engine } from '#lib/engine/client.ts';
import type { Progress } from '#lib/engine/download.ts';
import type { ModelInfo } from '#lib/engine/model.ts';
import { type Roles, type Seen, see, type Variant } from './seen.ts';

const FILES: Record<Variant, { name: string; yaml: string }> = {
  strided: { name: 'yolov5p', yaml: strided },
  spd: { name: 'yolov5p-spd', yaml: spd },
};

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
    const info = await this.load(variant, watch);
    return see(engine(), info, { variant, seed, roles: this.roles });
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
