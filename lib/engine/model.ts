import * as tf from '@tensorflow/tfjs-core';
import {
  ArchitectureError,
  buildGraph,
  type DetectLevel,
  type Graph,
  parseArchitecture,
  type Shape,
} from '../model/index.ts';
import { type Choices, fasterOn } from './choices.ts';
import { compile, type Form } from './compile.ts';
import { EngineError } from './errors.ts';
import { Executable } from './execute.ts';
import type { Output } from './output.ts';
import { forOutputs } from './program.ts';
import { readWeights } from './read-weights.ts';
import { checkWeights } from './weights.ts';

/** What is to be loaded. */
export interface ModelRequest {
  /** An architecture file's YAML text, or a graph made of it. */
  architecture: string | Graph;
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

export function graphOf(request: ModelRequest): Graph {
  const { architecture, size, pictureSize, classes, widthMultiple } = request;
  if (typeof architecture !== 'string') return architecture;
  const options = { size: pictureSize, classes, widthMultiple };
  try {
    return buildGraph(parseArchitecture(architecture, { size }), options);
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw error;
    throw new EngineError('architecture', `The architecture cannot be used: ${error.message}.`);
  }
}

/**
 * A graph with its weights file. What lies on a back end is made at the first run there, and made anew when the back
 * end changes: the file's bytes are all that has to outlive a lost context.
 */
export class Model {
  readonly graph: Graph;
  readonly levels: DetectLevel[];
  private readonly bytes: ArrayBuffer;
  private readonly form: Form;
  private readonly choices?: Choices;
  private executable?: Executable;

  constructor(
    graph: Graph,
    bytes: ArrayBuffer,
    { form = 'compiled', choices }: Pick<ModelRequest, 'form' | 'choices'> = {},
  ) {
    const weights = readWeights(bytes);
    checkWeights(graph, weights);
    this.graph = graph;
    this.bytes = bytes;
    this.form = form;
    this.choices = choices;
    const anchors = [...weights].find(([name]) => name.endsWith('.anchors'))?.[1].data;
    this.levels = anchors ? withAnchors(graph.levels, anchors) : graph.levels;
  }

  /** Pictures in the input, which holds NHWC numbers. */
  batch(input: Float32Array): number {
    const { height, width, channels } = this.graph.picture;
    const batch = input.length / (height * width * channels);
    if (Number.isInteger(batch) && batch > 0) return batch;
    throw new EngineError(
      'input',
      `${this.graph.name} reads pictures of ${height} x ${width} x ${channels} numbers; ` +
        `${input.length} numbers are not a whole count of them.`,
    );
  }

  /** One pass. */
  run(input: Float32Array): Promise<Output[]> {
    this.executable ??= this.prepare();
    return this.pass(this.executable, input);
  }

  /** The outputs of some nodes, in the reference form, by a program made for this one pass. */
  async activations(input: Float32Array, nodes: number[]): Promise<Output[]> {
    const values = nodes.map((index) => {
      const node = this.graph.nodes[index];
      if (node?.outputs.length === 1) return node.outputs[0];
      throw new EngineError('input', `${this.graph.name} has no single map at row ${index}.`);
    });
    const program = compile(this.graph, readWeights(this.bytes), { form: 'reference' });
    const executable = new Executable(forOutputs(program, values));
    try {
      return await this.pass(executable, input);
    } finally {
      executable.dispose();
    }
  }

  /** Frees what lies on the back end. */
  release(): void {
    this.executable?.dispose();
    this.executable = undefined;
  }

  private prepare(): Executable {
    const { form, choices = fasterOn(tf.getBackend()) } = this;
    const program = compile(this.graph, readWeights(this.bytes), { form, choices });
    return new Executable(program, { planned: this.form === 'compiled' });
  }

  private pass(executable: Executable, input: Float32Array): Promise<Output[]> {
    const { height, width, channels } = this.graph.picture;
    return executable.run(input, [this.batch(input), height, width, channels]);
  }
}

/** A published checkpoint has its anchors in units of the stride. */
function withAnchors(levels: DetectLevel[], data: Float32Array): DetectLevel[] {
  let next = 0;
  return levels.map(({ stride, anchors }) => ({
    stride,
    anchors: anchors.map(() => [data[next++] * stride, data[next++] * stride]),
  }));
}
