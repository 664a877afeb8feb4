import { architectures } from '#components/kit/architectures.ts';
import { engine } from '#components/kit/engine-client.ts';
import { type Detection, decode, levelsOf } from '#lib/detection/index.ts';
import { fetchCard, openOwnFile } from '#lib/detector/index.ts';
import type { LoadOptions, WeightsSource } from '#lib/engine/download.ts';
import type { ModelInfo } from '#lib/engine/model.ts';
import type { Output } from '#lib/engine/output.ts';
import { buildGraph, type Graph } from '#lib/model/index.ts';
import { declaration } from './parameters.ts';

/** Where the weights come from; of trained ones the path is TRAINED's, and the address lacks the ending. */
export type Source =
  | { kind: 'file'; file: File; prefix?: string }
  | { kind: 'random' }
  | { kind: 'trained'; path: string; address: string };

/** Best scored boxes that are kept of one picture: enough for any threshold that can be set. */
const MOST_CANDIDATES = 3000;

/** How long a pass that is to stop may go on, milliseconds: to end it by force costs another loading. */
const GRACE = 300;

/** What a network said of one picture. */
export interface Result {
  /** Of a detector: one box an anchor, down to the lowest threshold, in pixels of the input, best first. */
  candidates: Detection[];
  /** Of a classifier: the probability of each class. */
  probabilities: number[];
  /** One pass, milliseconds. */
  milliseconds: number;
  backend: string;
  /** The first pass also brings the weights to the back end. */
  first: boolean;
}

interface Prepared {
  weights: WeightsSource;
  classes?: number;
  widthMultiple?: number;
  sha256?: string;
  names?: readonly string[];
  unused?: readonly string[];
}

/** A network with weights of the reader's choice, loaded in the engine. */
export class OwnModel {
  readonly graph: Graph;
  readonly source: Source;
  readonly size: number;
  /** Class names that came with the weights. */
  readonly names?: readonly string[];
  /** Tensors of the file that the network does not read, by name. */
  readonly unused: readonly string[];
  private readonly info: ModelInfo;
  private readonly working = new Set<Promise<unknown>>();
  private passes = 0;

  private constructor(
    graph: Graph,
    info: ModelInfo,
    source: Source,
    { names, unused = [] }: Pick<Prepared, 'names' | 'unused'>,
  ) {
    this.graph = graph;
    this.info = info;
    this.source = source;
    this.size = graph.picture.width;
    this.names = names;
    this.unused = unused;
  }

  /**
   * Loads weights for an architecture at an input size; the number of classes is the file's.
   *
   * @throws EngineError
   */
  static async load(
    name: string,
    size: number,
    source: Source,
    options: LoadOptions,
  ): Promise<OwnModel> {
    const client = await engine();
    const prepared = await prepare(name, source, options);
    const { weights, classes, widthMultiple, sha256 } = prepared;
    const architecture = architectures.get(name);
    const graph = buildGraph(architecture, { size, classes, widthMultiple });
    const info = await client.load(
      {
        architecture,
        pictureSize: size,
        classes: graph.classes,
        widthMultiple,
      },
      weights,
      { ...options, sha256 },
    );
    return new OwnModel(graph, info, source, prepared);
  }

  get detects(): boolean {
    return this.info.levels.length > 0;
  }

  /** One pass over a picture, NHWC float32 [1, size, size, 3]. */
  async run(input: Float32Array): Promise<Result> {
    const pass = (await engine()).run(this.info.model, input);
    const { outputs, milliseconds, backend } = await this.watched(pass);
    const first = this.passes++ === 0;
    const said = this.detects
      ? { candidates: this.candidates(outputs), probabilities: [] }
      : { candidates: [], probabilities: softmax(outputs[0].data) };
    return { ...said, milliseconds, backend, first };
  }

  /** The channels of one row of the architecture: NHWC float32 [1, h, w, channels]. */
  async layer(input: Float32Array, row: number): Promise<Output> {
    const pass = (await engine()).activations(this.info.model, input, [row]);
    const { outputs } = await this.watched(pass);
    return outputs[0];
  }

  /**
   * Ends the passes that run: those that do not end by themselves at once, together with the engine's worker. They are
   * rejected with an EngineError `cancelled`, and the next pass loads the weights again.
   */
  async stop(): Promise<void> {
    const end = Promise.allSettled(this.working).then(() => true);
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, GRACE, false));
    if (!(await Promise.race([end, late]))) {
      this.passes = 0;
      (await engine()).stop();
    }
  }

  async unload(): Promise<void> {
    await (await engine()).unload(this.info.model);
  }

  private async watched<T>(pass: Promise<T>): Promise<T> {
    this.working.add(pass);
    try {
      return await pass;
    } finally {
      this.working.delete(pass);
    }
  }

  private candidates(outputs: Output[]): Detection[] {
    return decode(levelsOf(outputs, this.info.levels), {
      classCount: this.info.classes,
      scoreThreshold: declaration.threshold.min,
      bestClassOnly: true,
    })
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_CANDIDATES);
  }
}

async function prepare(
  name: string,
  source: Source,
  { signal, onProgress }: LoadOptions,
): Promise<Prepared> {
  if (source.kind === 'random') return { weights: { synthetic: true } };
  if (source.kind === 'file') {
    const { file, prefix } = source;
    return openOwnFile(file, name, architectures, { prefix, signal, onProgress });
  }
  const { sha256, classes, widthMultiple } = await fetchCard(`${source.address}.json`, signal);
  return {
    weights: `${source.address}.safetensors`,
    sha256,
    widthMultiple,
    classes: classes.length,
    names: classes,
  };
}

/** Probabilities from logits. */
export function softmax(logits: Float32Array): number[] {
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = Array.from(logits, (logit) => Math.exp(logit - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
