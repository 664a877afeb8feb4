// How evenly a network listens to the pixels of its input: by their place in blocks of 4x4, as two halvings make them.
// The pattern of more halvings is longer; a crop is too small to hold it often, and one measure compares all networks.

/** Side of the blocks. */
const BLOCK = 4;

/** What a gradient says of the places. */
export interface Footprint {
  /** Mean |d logit / d pixel| over crops and colours, [side * side]. */
  map: Float32Array;
  /** Share of the four phases of a 2x2 block, in the order top-left, bottom-left, top-right, bottom-right; sum 1. */
  phases: number[];
  /** Most over least of the means by place in a 4x4 block, away from the border; 1 is even. */
  unevenness: number;
}

/**
 * @param gradient NHWC float32 [n, side, side, colours]
 * @param side of the crops, pixels, a multiple of 4
 */
export function footprintOf(gradient: Float32Array, side: number, colours: number): Footprint {
  const map = new Float32Array(side * side);
  const crops = gradient.length / (side * side * colours);
  gradient.forEach((value, i) => {
    map[Math.floor(i / colours) % map.length] += Math.abs(value) / (crops * colours);
  });
  const phases = [0, 0, 0, 0];
  const places = new Float64Array(BLOCK * BLOCK);
  for (let y = BLOCK; y < side - BLOCK; y++)
    for (let x = BLOCK; x < side - BLOCK; x++) {
      phases[2 * (x % 2) + (y % 2)] += map[y * side + x];
      places[BLOCK * (y % BLOCK) + (x % BLOCK)] += map[y * side + x];
    }
  const sum = phases.reduce((total, value) => total + value, 0) || 1;
  const least = Math.min(...places);
  const unevenness = least > 0 ? Math.max(...places) / least : Number.POSITIVE_INFINITY;
  return { map, phases: phases.map((value) => value / sum), unevenness };
}
