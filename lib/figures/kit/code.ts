// What the programs of "code for these settings" have in common.
import { base64 } from '../../files/base64.ts';

export type Framework = 'PyTorch' | 'Keras' | 'TensorFlow.js' | 'ONNX';

/** A program for exactly the parameters that a figure shows; it runs as it stands and prints the figure's numbers. */
export interface Snippet {
  framework: Framework;
  code: string;
}

/** "(1, 2)"; Python's tuple of one keeps its comma. */
export function tuple(numbers: readonly number[]): string {
  return numbers.length === 1 ? `(${numbers[0]},)` : `(${numbers.join(', ')})`;
}

/** "[1, 2]" */
export function list(numbers: readonly number[]): string {
  return `[${numbers.join(', ')}]`;
}

/** TensorFlow.js, its plain back end: a program for a bundler or for Node. */
export const TFJS = `import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
`;

export const KERAS = `# Keras 3, any back end; [n, h, w, c]
from keras import ops
`;

export const ONNX = `# ONNX, [n, c, h, w]
import numpy as np
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator
`;

/** The end of an ONNX program: the graph of \`nodes\`, given inputs and outputs by name and shape. */
export function onnxGraph(
  inputs: Record<string, readonly number[]>,
  outputs: Record<string, readonly number[]>,
): string {
  const values = (all: Record<string, readonly number[]>) =>
    Object.entries(all)
      .map(([name, shape]) => `value('${name}', TensorProto.FLOAT, ${list(shape)})`)
      .join(', ');
  return `value = helper.make_tensor_value_info
graph = helper.make_graph(nodes, 'graph', [${values(inputs)}], [${values(outputs)}], constants)
model = helper.make_model(graph)`;
}

/** Bytes, zlib-compressed, in base64: how a program carries a picture. */
export async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  const small = new Uint8Array(await new Response(stream).arrayBuffer());
  return base64(small);
}

/** Python that makes a NumPy array `name` of uint8 from {@link packed} bytes; base64, numpy as np and zlib are imported. */
export function unpackInPython(name: string, text: string, shape: readonly number[]): string {
  return `data = zlib.decompress(base64.b64decode('${text}'))
${name} = np.frombuffer(data, np.uint8).reshape${tuple(shape)}`;
}

/** JavaScript that makes a float32 tensor `name` of {@link packed} bytes. */
export function unpackInJs(name: string, text: string, shape: readonly number[]): string {
  return `const bytes = Uint8Array.from(atob('${text}'), (c) => c.charCodeAt(0));
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
const data = new Uint8Array(await new Response(stream).arrayBuffer());
const ${name} = tf.tensor(Float32Array.from(data), ${list(shape)});`;
}
