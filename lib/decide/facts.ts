// What the decision rests on: counted costs, and what was measured. Nothing here is computed from anything else.

/** YOLOv5's sizes, small to large. */
export const sizes = ['n', 's', 'm', 'l'] as const;
export type ModelSize = (typeof sizes)[number];

/**
 * Strided; as published (3x3, SPD, 1x1); strided and as wide as makes it do the published one's work; as drawn (SPD, 3x3);
 * as in many forks (SPD, 1x1).
 */
export const wirings = ['strided', 'published', 'wide', 'drawn', 'fork'] as const;
export type Wiring = (typeof wirings)[number];

/** A processor, a graphics card, an accelerator beside a processor, a microcontroller. */
export const devices = ['cpu', 'gpu', 'npu', 'mcu'] as const;
export type Device = (typeof devices)[number];

/** What one wiring costs for one picture of {@link COUNTED_AT}. */
export interface NetworkCost {
  parameters: number;
  macs: number;
  /** Numbers in its largest map. */
  largest: number;
  /** Numbers that space-to-depth moves. */
  moved: number;
}

/** Side of the input that the costs are counted for, px. */
export const COUNTED_AT = 640;

export interface Facts {
  costs: Record<ModelSize, Record<Wiring, NetworkCost>>;
  /** Times of a pass over that of the strided network of that size, at the same input. What nobody measured is absent. */
  times: Record<Device, Partial<Record<ModelSize, Partial<Record<Wiring, number>>>>>;
  /** Points of AP over the strided network in our own runs, as they are said; a star behind those of 3,000 steps. */
  gains: Partial<Record<Wiring, string>>;
}
