/** The smallest multiple of `divisor` that is not below `value`: YOLOv5's rule for scaled widths. */
export function makeDivisible(value: number, divisor: number): number {
  return Math.ceil(value / divisor) * divisor;
}

/** YOLOv5's rule for scaled repeats: at least one, and Python's rounding (halves go to the even number). */
export function scaledDepth(number: number, multiple: number): number {
  return number > 1 ? Math.max(roundHalfToEven(number * multiple), 1) : number;
}

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
