import type { Card } from '#components/kit/card.ts';
import { detectorInput } from '#components/kit/detector-input.ts';
import type { Picture } from '#components/kit/picture/picture.ts';
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
import { architectureOf, type DetectorName, SIDES, type Side } from './choices.ts';
import { declaration } from './parameters.ts';

const ARCHITECTURES = import.meta.glob<string>('/content/architectures/*.yaml', {
  query: '?raw',
  import: 'default',
});

const yamlOf = (name: string): Promise<string> =>
  ARCHITECTURES[`/content/architectures/${name}.yaml`]();

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
  name: DetectorName;
  card: Card;
  yaml: string;
  bytes: ArrayBuffer;
}

/** A pair of trained detectors: each fetched once, built for each size of picture that is asked for. */
export class Detectors {
  readonly pair: Record<Side, DetectorName>;
  readonly cards: Record<Side, Card>;
  private readonly engine: EngineClient;
  private readonly loaded: Record<Side, Loaded>;
  private size = '';
  private models: Partial<Record<Side, ModelInfo>> = {};

  private constructor(client: EngineClient, loaded: Record<Side, Loaded>) {
    this.engine = client;
    this.loaded = loaded;
    const { left, right } = loaded;
    this.pair = { left: left.name, right: right.name };
    this.cards = { left: left.card, right: right.card };
  }

  /**
   * Fetches both detectors' weights and cards from `folder` (an address that ends in a slash). What `before` has
   * already is not fetched again; `before` cannot be used any more.
   *
   * @throws EngineError in plain words, or TypeError when the network fails
   */
  static async load(
    folder: string,
    pair: Record<Side, DetectorName>,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
    before?: Detectors,
  ): Promise<Detectors> {
    const loaded = {} as Record<Side, Loaded>;
    for (const side of SIDES) {
      const known = SIDES.map((other) => before?.loaded[other]).find(
        (each) => each?.name === pair[side],
      );
      loaded[side] = known ?? (await fetchDetector(folder, pair[side], onProgress, signal));
    }
    await before?.unload();
    const detectors = new Detectors(engine(), loaded);
    await detectors.prepare(128, 128);
    return detectors;
  }

  /** Both detectors on one picture, one after the other. */
  async run(picture: Picture): Promise<Record<Side, Found>> {
    const input = detectorInput(picture);
    await this.prepare(input.height, input.width);
    const found = {} as Record<Side, Found>;
    for (const side of SIDES) found[side] = await this.detect(side, input.data);
    return found;
  }

  private async detect(side: Side, input: Float32Array): Promise<Found> {
    const info = this.models[side]!;
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
    await this.unload();
    for (const side of SIDES) {
      const { yaml, bytes } = this.loaded[side];
      this.models[side] = await this.engine.load(
        { architecture: yaml, pictureSize: [height, width] },
        bytes.slice(0),
      );
    }
    this.size = size;
  }

  private async unload(): Promise<void> {
    const models = Object.values(this.models);
    this.models = {};
    this.size = '';
    for (const { model } of models) await this.engine.unload(model);
  }
}

async function fetchDetector(
  folder: string,
  name: DetectorName,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Loaded> {
  const card = (await (await fetch(`${folder}${name}.json`, { signal })).json()) as Card;
  const bytes = await fetchBytes(`${folder}${name}.safetensors`, {
    sha256: card.sha256,
    signal,
    onProgress,
  });
  return { name, card, yaml: await yamlOf(architectureOf(name)), bytes };
}
