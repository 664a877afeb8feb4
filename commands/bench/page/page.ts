// The page in which the two engines are timed. Each is fetched only when it is asked for, so that its bytes count.
import wasmPlain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { Who } from '../in-node.ts';
import { agree, bothForms, type Network, type Runtime, type Side } from '../sides.ts';
import { alternate, type Patience } from '../statistics.ts';

export type Timed = 'wasm' | 'webgl' | 'webgpu';

export interface Versus {
  a: number[];
  b: number[];
}

const bytes = async (name: string) => (await fetch(name)).arrayBuffer();
const numbers = async (name: string) => new Float32Array(await bytes(name));

/** What an engine needs of a network's files, from the server. */
async function network(who: Who, title: string, backend: Timed): Promise<Network> {
  const { graph, form } = await (await fetch(`${title}.json`)).json();
  const none = { weights: new ArrayBuffer(0), onnx: new ArrayBuffer(0) };
  const [input, planar] = [new Float32Array(0), new Float32Array(0)];
  return who === 'ours'
    ? {
        ...none,
        graph,
        form,
        weights: await bytes(`${title}.safetensors`),
        input: await numbers(`${title}.nhwc`),
        planar,
      }
    : {
        ...none,
        graph,
        form,
        onnx: await bytes(`${title}${backend === 'webgl' ? '-webgl' : ''}.onnx`),
        input,
        planar: await numbers(`${title}.nchw`),
      };
}

async function runtime(backend: Timed): Promise<Runtime> {
  if (backend === 'webgl') return import('onnxruntime-web/webgl');
  const ort =
    backend === 'webgpu'
      ? await import('onnxruntime-web/webgpu')
      : await import('onnxruntime-web/wasm');
  ort.env.wasm.numThreads = 1;
  return ort;
}

async function side(who: Who, title: string, backend: Timed): Promise<Side> {
  const files = await network(who, title, backend);
  const sides = await import('../sides.ts');
  if (who === 'theirs') return sides.theirs(await runtime(backend), backend, files);
  return sides.ours(await newEngine(), backend, files);
}

async function newEngine() {
  const { Engine } = await import('#lib/engine/engine.ts');
  return new Engine({
    wasmPaths: {
      'tfjs-backend-wasm.wasm': wasmPlain,
      'tfjs-backend-wasm-simd.wasm': wasmSimd,
      'tfjs-backend-wasm-threaded-simd.wasm': wasmSimd,
    },
  });
}

/** What the outputs sum up to on wasm, where the two agree: it tells which of them is wrong on a graphics card. */
async function onWasm(title: string): Promise<string> {
  const reference = await side('ours', title, 'wasm');
  await reference.run();
  return `on wasm, where they agree, to ${reference.sums()[0].toFixed(2)}`;
}

export const bench = {
  /** Milliseconds from an empty page to the first outputs, the downloads from this machine with them. */
  async start(who: Who, title: string, backend: Timed): Promise<number> {
    const begin = performance.now();
    const one = await side(who, title, backend);
    await one.run();
    const milliseconds = performance.now() - begin;
    await one.close();
    return milliseconds;
  },
  async versus(title: string, backend: Timed, patience: Patience): Promise<Versus> {
    const a = await side('ours', title, backend);
    const b = await side('theirs', title, backend);
    const times = await alternate(a.run, b.run, patience);
    try {
      agree(a, b);
    } catch (error) {
      if (backend === 'wasm') throw error;
      throw new Error(`${(error as Error).message}; ${await onWasm(title)}`);
    }
    return times;
  },
  /** Space-to-depth and its convolution as one strided convolution (a), and as a transpose before it (b). */
  async forms(title: string, backend: Timed, patience: Patience): Promise<Versus> {
    const files = await network('ours', title, backend);
    const [strided, transposed] = await bothForms(await newEngine(), backend, files);
    const times = await alternate(strided.run, transposed.run, patience);
    agree(strided, transposed);
    return times;
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}

window.bench = bench;
