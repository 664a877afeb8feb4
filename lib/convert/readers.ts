// Which tensors read the output of space-to-depth: found by following the channels through a graph.
import type { Graph, Value } from '../model/index.ts';
import { type Conversion, fitOf } from './conversion.ts';

/** A tensor whose channels, all or the first ones, come straight from a space-to-depth. */
export interface SpdReader {
  name: string;
  shape: readonly number[];
  /** How many channels come from space-to-depth; they are the first. */
  inputs: number;
}

/** An architecture's readers. */
export interface Readers {
  architecture: string;
  readers: SpdReader[];
}

/**
 * Convolutions and batch norms that read a space-to-depth, directly or behind operations that keep the channels apart
 * (batch norm, activation, concatenation with the space-to-depth first). Block size 2.
 */
export function spdReaders({ operations, values, tensors, name }: Graph): Readers {
  const shapes = new Map(tensors.map((tensor) => [tensor.name, tensor.shape]));
  /** Channels at the front of a value that a space-to-depth wrote. */
  const packed = new Map<Value, number>();
  const readers: SpdReader[] = [];
  const note = (tensor: string, inputs: number) => {
    const shape = shapes.get(tensor);
    if (shape) readers.push({ name: tensor, shape, inputs });
  };
  for (const operation of operations) {
    const inputs = packed.get(operation.inputs[0]) ?? 0;
    switch (operation.kind) {
      case 'space-to-depth':
        if (operation.block === 2) packed.set(operation.output, values[operation.output].channels);
        break;
      case 'convolution':
        if (inputs > 0) note(`${operation.name}.weight`, inputs);
        break;
      case 'batch norm':
        if (inputs > 0)
          for (const part of ['weight', 'bias', 'running_mean', 'running_var'])
            note(`${operation.name}.${part}`, inputs);
        packed.set(operation.output, inputs);
        break;
      case 'activation':
      case 'concat':
        packed.set(operation.output, inputs);
        break;
    }
  }
  return { architecture: name, readers };
}

/**
 * The architecture whose every reader is in the file, with the shape that it has before `conversion`: for `to-spd` that
 * of the strided kernel.
 */
export function matchReaders(
  all: readonly Readers[],
  file: ReadonlyMap<string, { shape: readonly number[] }>,
  conversion: Conversion,
): Readers | undefined {
  const fits = (reader: SpdReader) =>
    file.get(reader.name)?.shape.join() === shapeBefore(reader, conversion).join();
  return all.find(({ readers }) => readers.length > 0 && readers.every(fits));
}

function shapeBefore({ shape, inputs }: SpdReader, conversion: Conversion): readonly number[] {
  if (conversion.kind !== 'to-spd') return shape;
  const back: Conversion = { kind: 'to-strided', block: conversion.block, order: conversion.order };
  const fit = fitOf({ dtype: 'F32', shape }, back, inputs);
  return fit.ok ? fit.shape : shape;
}
