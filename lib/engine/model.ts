import * as tf from '@tensorflow/tfjs-core';
import { say } from '../faults/index.ts';
import {
  type Architecture,
  ArchitectureError,
  buildGraph,
  type DetectLevel,
  type Graph,
  type Shape,
} from '../model/index.ts';
import type { Seed } from './backward.ts';
import { type Choices, fasterOn } from './choices.ts';
import { compile, type Form } from './compile.ts';
import { EngineError } from './errors.ts';
import { Executable } from './execute.ts';
import { foldBatchNorm } from './fold.ts';
import type { Output } from './output.ts';
import { forOutputs, type Shape4 } from './program.ts';
import { readWeights } from './read-weights.ts';

/** What is to be loaded. */
export interface ModelRequest {
  /** An architecture file's YAML text, the same read, or a graph made of it, which has one picture size for ever. */
  architecture: string | Architecture | Graph;
  /** Of a family file: which of its sizes. */
  size?: string;
  /** Side of the square picture, or [height, width], pixels. Default: the file's own. */
  pictureSize?: number | [number, number];
  /** Number of classes. Default: the file's own. */
  classes?: number;
  /** What all channels are multiplied by. Default: the file's own. */
  widthMultiple?: number;
  /** Default `compiled`. */
  form?: Form;
  /** Of the compiled form. Default: what is faster on the back end. */
  choices?: Choices;
}

/** What a page needs to know of a loaded model. */
export interface ModelInfo {
  /** The number by which the engine knows it. */
  model: number;
  name: string;
  classes: number;
  picture: Shape;
  parameters: number;
  macs: number;
  /** Stride and anchors (pixels) of a detector's outputs; the anchors are the weights file's where it carries some. */
  levels: DetectLevel[];
}

/** Height and width of a picture, pixels. */
export type PictureSize = readonly [height: number, width: number];

/** A request whose architecture is read. */
export interface ReadRequest extends ModelRequest {
  architecture: Architecture | Graph;
}

/**
 * Reads the text of a request, if it is one: the reader of YAML is fetched for it.
 *
 * @throws EngineError `architecture` where the text describes no network
 */
export async function readRequest(request: ModelRequest): Promise<ReadRequest> {
  const { architecture, size } = request;
  if (typeof architecture !== 'string') return { ...request, architecture };
  const { parseArchitecture } = await import('#lib/model/architecture.ts');
  return {
    ...request,
    architecture: described(() => parseArchitecture(architecture, { size })),
  };
}

function described<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    throw new EngineError('architecture', say('engine', 'architecture', error.said));
  }
}

/**
 * The network of a request, for pictures of its own size or of another.
 *
 * @throws EngineError `architecture` where there is none for this size
 */
export function graphOf(request: ReadRequest, picture?: PictureSize): Graph {
  const { architecture, pictureSize, classes, widthMultiple } = request;
  if (typeof architecture === 'object' && 'operations' in architecture) {
    if (!picture || sameSize(architecture, picture)) return architecture;
    const { name } = architecture;
    throw new EngineError('architecture', say('engine', 'oneSize', name));
  }
  const wanted: number | [number, number] | undefined = picture ? [...picture] : pictureSize;
  return described(() => buildGraph(architecture, { size: wanted, classes, widthMultiple }));
}

function sameSize({ picture }: Graph, [height, width]: PictureSize): boolean {
  return picture.height === height && picture.width === width;
}

/** What came of a pass. */
export interface Pass {
  outputs: Output[];
  /** The pass also made the network ready on the back end for pictures of this size: its time says nothing of the next. */
  first: boolean;
}

/**
 * A graph with its weights file. What lies on a back end is made at the first run there, and made anew when the back
 * end changes: the file's bytes are all that has to outlive a lost context.
 */
export class Model {
  readonly levels: DetectLevel[];
  private graph: Graph;
  private readonly request: ReadRequest;
  private readonly bytes: ArrayBuffer;
  private readonly form: Form;
  private executable?: Executable;

  /** `graph` is the request's, for its own picture size. */
  constructor(request: ReadRequest, graph: Graph, bytes: ArrayBuffer) {
    const weights = readWeights(bytes, graph);
    this.request = request;
    this.graph = graph;
    this.bytes = bytes;
    this.form = request.form ?? 'compiled';
    const anchors = [...weights].find(([name]) => name.endsWith('.anchors'))?.[1].data;
    this.levels = anchors ? withAnchors(graph.levels, anchors) : graph.levels;
  }

  /** One pass over pictures of `size`; those that the last pass read where it is left out. */
  async run(input: Float32Array, size?: PictureSize): Promise<Pass> {
    this.resize(size);
    const shape = this.shapeOf(input);
    this.executable ??= this.prepare();
    const first = !this.executable.ready(shape);
    const outputs = await this.executable.run(input, shape);
    this.checkFinite(outputs);
    return { outputs, first };
  }

  /** The outputs of some nodes, in the reference form, by a program made for this one pass. */
  async activations(input: Float32Array, nodes: number[], size?: PictureSize): Promise<Pass> {
    this.resize(size);
    const shape = this.shapeOf(input);
    const values = nodes.map((index) => {
      const node = this.graph.nodes[index];
      if (node?.outputs.length === 1) return node.outputs[0];
      throw new EngineError('input', say('engine', 'noMap', this.graph.name, index));
    });
    const program = compile(this.graph, readWeights(this.bytes), { form: 'reference' });
    const executable = new Executable(forOutputs(program, values));
    try {
      return { outputs: await executable.run(input, shape), first: true };
    } finally {
      executable.dispose();
    }
  }

  /** The gradient of a weighted sum of output numbers with respect to the pictures, by a program made for this one pass. */
  async gradient(input: Float32Array, seeds: readonly Seed[], size?: PictureSize): Promise<Pass> {
    this.resize(size);
    const shape = this.shapeOf(input);
    const program = compile(this.graph, readWeights(this.bytes), { form: 'reference' });
    const executable = new Executable(foldBatchNorm(program));
    try {
      return { outputs: [await executable.gradient(input, shape, seeds)], first: true };
    } finally {
      executable.dispose();
    }
  }

  /** Frees what lies on the back end. */
  release(): void {
    this.executable?.dispose();
    this.executable = undefined;
  }

  /** Boxes are looked for by comparing: of numbers that are none, none would be found, and nothing said. */
  private checkFinite(outputs: readonly Output[]): void {
    if (outputs.every(({ data }) => allFinite(data))) return;
    throw new EngineError('not finite', say('engine', 'answersNotFinite', this.graph.name));
  }

  private prepare(): Executable {
    const { form } = this;
    const choices = this.request.choices ?? fasterOn(tf.getBackend());
    const program = compile(this.graph, readWeights(this.bytes), { form, choices });
    return new Executable(program, { planned: this.form === 'compiled' });
  }

  /** What was made for the last size is freed first: there is room for one. */
  private resize(size?: PictureSize): void {
    if (!size || sameSize(this.graph, size)) return;
    const graph = graphOf(this.request, size);
    this.release();
    this.graph = graph;
  }

  /** Of the input, which holds the numbers of whole pictures. */
  private shapeOf(input: Float32Array): Shape4 {
    const { height, width, channels } = this.graph.picture;
    const batch = input.length / (height * width * channels);
    if (Number.isInteger(batch) && batch > 0) return [batch, height, width, channels];
    const { name } = this.graph;
    throw new EngineError(
      'input',
      say('engine', 'notPictures', name, height, width, channels, input.length),
    );
  }
}

/** Whether every number is finite: the difference of another one to itself is NaN, which is not zero. */
function allFinite(data: Float32Array): boolean {
  for (let i = 0; i < data.length; i++) if (data[i] - data[i] !== 0) return false;
  return true;
}

/** A published checkpoint has its anchors in units of the stride. */
function withAnchors(levels: DetectLevel[], data: Float32Array): DetectLevel[] {
  let next = 0;
  return levels.map(({ stride, anchors }) => ({
    stride,
    anchors: anchors.map(() => [data[next++] * stride, data[next++] * stride]),
  }));
}
