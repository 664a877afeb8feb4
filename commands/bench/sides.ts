// The two engines behind one face, in Node and in a page.
import type { InferenceSession, TypedTensor } from 'onnxruntime-web';
import type { BackendName } from '#lib/engine/backend-names.ts';
import type { Choices, Engine, Form } from '#lib/engine/index.ts';
import type { Graph } from '#lib/model/index.ts';

export interface Side {
  /** One pass, its outputs read: milliseconds. */
  run(): Promise<number>;
  /** Sum and sum of the squares of the last outputs: the same for the same network, whatever the layout. */
  sums(): [number, number];
  close(): Promise<void>;
}

/** What both are given. */
export interface Network {
  graph: Graph;
  form: Form;
  /** Default: what the engine takes for faster. */
  choices?: Choices;
  /** A safetensors file. */
  weights: ArrayBuffer;
  onnx: ArrayBuffer;
  /** NHWC, and the same as NCHW. */
  input: Float32Array;
  planar: Float32Array;
}

/** onnxruntime-web, as its entry points export it. */
export interface Runtime {
  InferenceSession: {
    create(model: ArrayBuffer, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  Tensor: new (type: 'float32', data: Float32Array, shape: number[]) => TypedTensor<'float32'>;
}

export async function ours(
  engine: Engine,
  backend: BackendName,
  { graph, form, choices, weights, input }: Omit<Network, 'onnx' | 'planar'>,
): Promise<Side> {
  await engine.use(backend);
  const { model } = await engine.load({ architecture: graph, form, choices }, weights);
  let last: Float32Array[] = [];
  return {
    async run() {
      const start = performance.now();
      const { outputs } = await engine.run(model, input);
      last = outputs.map(({ data }) => data);
      return performance.now() - start;
    },
    sums: () => sums(last),
    close: async () => engine.unload(model),
  };
}

export async function theirs(
  { InferenceSession, Tensor }: Runtime,
  backend: BackendName,
  { graph: { picture }, onnx, planar }: Pick<Network, 'graph' | 'onnx' | 'planar'>,
): Promise<Side> {
  const session = await InferenceSession.create(onnx, { executionProviders: [backend] });
  const shape = [1, picture.channels, picture.height, picture.width];
  let last: Float32Array[] = [];
  return {
    async run() {
      const start = performance.now();
      const outputs = await session.run({ input: new Tensor('float32', planar, shape) });
      const read = Object.values(outputs).map((tensor) => tensor.getData());
      last = (await Promise.all(read)) as Float32Array[];
      return performance.now() - start;
    },
    sums: () => sums(last),
    close: () => session.release(),
  };
}

/** Both ways to run space-to-depth in front of a convolution, in one engine; `strided` is the first. */
export async function bothForms(
  engine: Engine,
  backend: BackendName,
  network: Omit<Network, 'onnx' | 'planar'>,
): Promise<[strided: Side, transposed: Side]> {
  const way = (strided: number) =>
    ours(engine, backend, {
      ...network,
      weights: network.weights.slice(0),
      choices: { strided },
    });
  return [await way(Infinity), await way(0)];
}

function sums(outputs: Float32Array[]): [number, number] {
  let [sum, squares] = [0, 0];
  for (const data of outputs) {
    for (const value of data) {
      sum += value;
      squares += value * value;
    }
  }
  return [sum, squares];
}

/** @throws Error when two sides computed different things */
export function agree(a: Side, b: Side): void {
  const [[sum, squares], [otherSum, otherSquares]] = [a.sums(), b.sums()];
  const limit = 1e-3 * squares;
  if (Math.abs(squares - otherSquares) <= limit && Math.abs(sum - otherSum) <= limit + 0.1) return;
  throw new Error(
    `the two give different numbers: they sum up to ${sum.toFixed(2)} here, to ${otherSum.toFixed(2)} there`,
  );
}
