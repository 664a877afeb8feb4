// What a plan is made of: tasks, and the places in memory between them.
import type { BlurPoolStep, ConvolutionStep, Shape4, Step } from '../program.ts';
import type { Piece } from './arena.ts';
import type { RowKernelName } from './row-kernels.ts';

/** Where a map lies: in a piece, from an offset, a pixel every `stride`; floats. */
export interface MapRegion {
  piece: number;
  offset: number;
  stride: number;
}

/** A map that is read, and where what is made of it goes. */
export interface Mapped {
  from: MapRegion;
  to: MapRegion;
  /** Of the map read. */
  shape: Shape4;
}

/** What the plan runs, one after the other. */
export type Task =
  | (Mapped & { kind: 'convolution'; step: ConvolutionStep; relu: boolean })
  | (Mapped & { kind: 'max-pool'; step: Step & { kind: 'max-pool' } })
  | (Mapped & { kind: 'upsample'; factor: number })
  | (Mapped & { kind: 'average-pool'; step: Step & { kind: 'average-pool' } })
  /** `padded` has room for the map with its border reflected. */
  | (Mapped & { kind: 'blur-pool'; step: BlurPoolStep; padded: MapRegion })
  | (Mapped & { kind: 'space-to-depth'; block: number })
  | (Mapped & { kind: 'rows'; kernel: RowKernelName; other?: MapRegion })
  | (Mapped & {
      kind: 'affine';
      kernel: 'affine' | 'affineRelu';
      step: Step & { kind: 'batch norm' };
    });

export interface TaskList {
  tasks: Task[];
  pieces: Piece[];
  input: MapRegion;
  outputs: { place: MapRegion; shape: Shape4 }[];
}
