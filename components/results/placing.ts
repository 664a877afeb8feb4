// Where in a drawn chart a guess stands: from the chart's scales, which its SVG carries along. No document in here.
import type { Place, Span } from '#components/kit/chart-place.ts';

/** An axis of numbers, or the stretch that each of its bands takes; places are px of the drawing. */
export type Scale = { domain: Span; range: Span; log?: boolean } | Record<string, Span>;

/** What a chart tells of itself, as JSON in its `data-scales`: x and y, and the columns that it is divided into. */
export interface Scales {
  x?: Scale;
  y?: Scale;
  fx?: Scale;
  /** The least that a mark takes of it, px; 14 where nothing is said. */
  least?: number;
  /** The outermost px of the drawing itself: left, right, top, bottom. */
  frame: readonly [number, number, number, number];
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** So much of the drawing marks a single value, px. */
const LEAST = 14;

/** Whether a scale is one of numbers, not of bands. */
export const isAxis = (scale: Scale | undefined): scale is Extract<Scale, { range: Span }> =>
  scale !== undefined && Array.isArray((scale as { range?: unknown }).range);

/** Place of a value, px; beyond the ends of the axis it is cut off there. */
function pixel({ domain, range, log }: Extract<Scale, { range: Span }>, value: number): number {
  const [low, high] = log ? domain.map(Math.log) : domain;
  const part = ((log ? Math.log(Math.max(value, Number.MIN_VALUE)) : value) - low) / (high - low);
  return range[0] + Math.min(1, Math.max(0, part)) * (range[1] - range[0]);
}

/** In ascending order, and wide enough to be seen. */
function stretch(scale: Scale | undefined, span: Span, least: number): Span | undefined {
  if (!isAxis(scale)) return undefined;
  const [a, b] = span.map((value) => pixel(scale, value)).sort((p, q) => p - q);
  const lacking = Math.max(0, least - (b - a)) / 2;
  return [a - lacking, b + lacking];
}

/** A band by its name; undefined where there is none of it. */
const band = (scale: Scale | undefined, name: string): Span | undefined =>
  scale && !isAxis(scale) ? scale[name] : undefined;

/** The box of a place, px; undefined where this chart has no such row or column. */
export function boxOf({ x, y, fx, least = LEAST, frame }: Scales, place: Place): Box | undefined {
  const across = place.x
    ? stretch(x, place.x, least)
    : place.column === undefined
      ? ([frame[0], frame[1]] as const)
      : band(fx, place.column);
  const down = place.y
    ? stretch(y, place.y, least)
    : place.row === undefined
      ? ([frame[2], frame[3]] as const)
      : band(y, place.row);
  if (!across || !down) return undefined;
  return { left: across[0], right: across[1], top: down[0], bottom: down[1] };
}

/** The points of a dragged curve, px; undefined where the axes are none of numbers. */
export function lineOf(
  { x, y }: Scales,
  line: NonNullable<Place['line']>,
): [x: number, y: number][] | undefined {
  if (!isAxis(x) || !isAxis(y)) return undefined;
  return line.map(([along, up]) => [pixel(x, along), pixel(y, up)]);
}
