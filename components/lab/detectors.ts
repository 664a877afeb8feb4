import type { Picture } from '#components/picture/picture.ts';
import strided from '#content/architectures/yolov5p.yaml?raw';
import spd from '#content/architectures/yolov5p-spd.yaml?raw';
import {
  type Detection,
  decode,
  EVALUATION,
  levelsOf,
  nonMaxSuppression,
} from '#lib/detection/index.ts';
import { type EngineClient, engine } from '#lib/engine/client.ts';
import { fetchBytes, type Progress } from '#lib/engine/download.ts';
import type { ModelInfo } from '#lib/engine/model.ts';
import type { Card } from './card.ts';
import { detectorInput } from './input.ts';
import { declaration } from './parameters.ts';

/** The two that are compared, in the order on the page. */
export const VARIANTS = ['strided', 'spd'] as const;
export type Variant = (typeof VARIANTS)[number];

const ARCHITECTURES: Record<Variant, { name: string; yaml: string }> = {
  strided: { name: 'yolov5p', yaml: strided },
  spd: { name: 'yolov5p-spd', yaml: spd },
};

/** What one detector says of one picture; boxes in pixels of the picture. */
export interface Found {
  /** As a measurement has them, down to the smallest score. */
  detections: Detection[];
  /** Before the suppression, from the lowest threshold of the lab on. */
  candidates: Detection[];
  /** One pass through the network, milliseconds. */
  milliseconds: number;
  backend: string;
}

interface Loaded {
  card: Card;
  bytes: ArrayBuffer;
}

/** The trained pair: fetched once, built for each size of picture that is asked for. */
export class Detectors {
  readonly cards: Record<Variant, Card>;
  private readonly engine: EngineClient;
  private readonly loaded: Record<Variant, Loaded>;
  private size = '';
  private models = {} as Record<Variant, ModelInfo>;

  private constructor(client: EngineClient, loaded: Record<Variant, Loaded>) {
    this.engine = client;
    this.loaded = loaded;
    this.cards = { strided: loaded.strided.card, spd: loaded.spd.card };
  }

  /**
   * Fetches both detectors' weights and cards from `folder` (an address that ends in a slash).
   *
   * @throws EngineError in plain words, or TypeError when the network fails
   */
  static async load(
    folder: string,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Detectors> {
    const loaded = {} as Record<Variant, Loaded>;
    for (const variant of VARIANTS) {
      const { name } = ARCHITECTURES[variant];
      const card = (await (await fetch(`${folder}${name}.json`, { signal })).json()) as Card;
      const bytes = await fetchBytes(`${folder}${name}.safetensors`, {
        sha256: card.sha256,
        signal,
        onProgress,
      });
      loaded[variant] = { card, bytes };
    }
    const detectors = new Detectors(engine(), loaded);
    await detectors.prepare(128, 128);
    return detectors;
  }

  /** Both detectors on one picture, one after the other. */
  async run(picture: Picture): Promise<Record<Variant, Found>> {
    const input = detectorInput(picture);
    await this.prepare(input.height, input.width);
    const found = {} as Record<Variant, Found>;
    for (const variant of VARIANTS) found[variant] = await this.detect(variant, input.data);
    return found;
  }

  private async detect(variant: Variant, input: Float32Array): Promise<Found> {
    const info = this.models[variant];
    const { outputs, milliseconds, backend } = await this.engine.run(info.model, input);
    const candidates = decode(levelsOf(outputs, info.levels), {
      classCount: info.classes,
      scoreThreshold: EVALUATION.scoreThreshold,
    });
    return {
      detections: nonMaxSuppression(candidates),
      candidates: candidates.filter(({ score }) => score >= declaration.threshold.min),
      milliseconds,
      backend,
    };
  }

  private async prepare(height: number, width: number): Promise<void> {
    const size = `${height}x${width}`;
    if (size === this.size) return;
    for (const { model } of Object.values(this.models)) await this.engine.unload(model);
    this.models = {} as Record<Variant, ModelInfo>;
    for (const variant of VARIANTS) {
      this.models[variant] = await this.engine.load(
        { architecture: ARCHITECTURES[variant].yaml, pictureSize: [height, width] },
        this.loaded[variant].bytes.slice(0),
      );
    }
    this.size = size;
  }
}
