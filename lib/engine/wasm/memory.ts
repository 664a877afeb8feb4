import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { arrange, type Piece } from './arena.ts';
import type { MapRegion } from './task.ts';

/** The part of TensorFlow.js's WebAssembly module that is used here. */
export interface Module {
  HEAPU8: Uint8Array;
  asm: { memory: WebAssembly.Memory };
  cwrap(name: string, result: null, parameters: string[]): (...numbers: number[]) => void;
  tfjs: { disposeData(id: number): void };
}

/** Bytes of a float32. */
export const FLOAT = 4;

/** One tensor that holds all maps of a plan; its places have addresses, and numbers by which the kernels know them. */
export class PlanMemory {
  private readonly backend: BackendWasm;
  private readonly module: Module;
  private readonly tensor: tf.Tensor;
  private readonly starts: number[];
  private readonly ids = new Map<string, tf.TensorInfo>();

  constructor(backend: BackendWasm, module: Module, pieces: readonly Piece[]) {
    this.backend = backend;
    this.module = module;
    const { starts, floats } = arrange(pieces);
    this.tensor = tf.zeros([floats]);
    const base = this.addressOf(this.tensor);
    this.starts = starts.map((start) => base + start * FLOAT);
  }

  /** The byte address of a tensor. */
  addressOf({ dataId }: tf.Tensor): number {
    return this.backend.dataIdMap.get(dataId).memoryOffset;
  }

  /** The byte address of a place. */
  at({ piece, offset }: MapRegion): number {
    return this.starts[piece] + offset * FLOAT;
  }

  /** Made for each use: the memory's buffer is another one after it has grown. */
  view(place: MapRegion, floats: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.module.HEAPU8.buffer as ArrayBuffer, this.at(place), floats);
  }

  /** The number by which TensorFlow.js's kernels know a place. */
  id(place: MapRegion, floats: number): number {
    const address = this.at(place);
    const key = `${address} ${floats}`;
    const info = this.ids.get(key) ?? this.backend.makeOutput([floats], 'float32', address);
    this.ids.set(key, info);
    return this.backend.dataIdMap.get(info.dataId).id;
  }

  dispose(): void {
    for (const { dataId } of this.ids.values()) {
      // Not the back end's own way, which would free an address in the middle of the tensor.
      this.module.tfjs.disposeData(this.backend.dataIdMap.get(dataId).id);
      this.backend.dataIdMap.delete(dataId);
    }
    this.tensor.dispose();
  }
}
