import type { Stop } from '../figure.ts';
import { easeCubicInOut, stopsOf, type Timeline, timeline } from '../kit/timeline.ts';
import { type Model, modelOf, type Params } from './model.ts';
import type { ReadsWords } from './words.ts';

type Act = 'first' | 'second' | 'row' | 'rest' | 'summary';

/** The acts of the walk: two placements slowly, the first row, all others quickly, then the answer. */
export function acts(model: Model): Timeline<Act> {
  const m = model.placed.outputs;
  return timeline<Act>([
    { name: 'first', seconds: 1.2 },
    ...(m > 1 ? [{ name: 'second', seconds: 1.4 } as const] : []),
    ...(m > 2 ? [{ name: 'row', seconds: 0.5 * (m - 2) } as const] : []),
    ...(m > 1 ? [{ name: 'rest', seconds: Math.min(7, 0.28 * (m * m - m)) } as const] : []),
    { name: 'summary', seconds: 1.6 },
  ]);
}

/** The stops in words. */
export function stops({ stops: said }: ReadsWords, model: Model): Stop[] {
  return stopsOf(acts(model), (act) =>
    act === 'rest' ? said.rest(model.placed.outputs ** 2) : said[act],
  );
}

/** Where the walk stands at t. */
export interface Walk {
  /** Windows whose reads are counted. */
  counted: number;
  /** The window's place in windows, fractional while it moves. */
  row: number;
  column: number;
  /** 0 before the first window appears, 1 once it is there. */
  appeared: number;
  /** 0..1 through the summary. */
  summary: number;
}

export function walkAt(model: Model, t: number): Walk {
  const m = model.placed.outputs;
  const time = acts(model);
  const done =
    time.progress('first', t) +
    time.progress('second', t) +
    time.progress('row', t) * Math.max(0, m - 2) +
    time.progress('rest', t) * (m * m - m);
  // The sum of an act's shares may miss a whole number by rounding.
  const walked = Math.abs(done - Math.round(done)) < 1e-9 ? Math.round(done) : done;
  const index = Math.min(m * m - 1, Math.max(0, Math.ceil(walked) - 1));
  const within = Math.min(1, walked - index);
  const from = Math.max(0, index - 1);
  const moved = index === 0 ? 1 : easeCubicInOut(Math.min(1, within / 0.55));
  const between = (a: number, b: number) => a + (b - a) * moved;
  return {
    counted: within >= 0.55 ? index + 1 : index,
    row: between(Math.floor(from / m), Math.floor(index / m)),
    column: between(from % m, index % m),
    appeared: index === 0 ? easeCubicInOut(Math.min(1, within / 0.55)) : 1,
    summary: time.eased('summary', t),
  };
}

/** Reads of every pixel once `counted` windows are done, [size * size]. */
export function countsAfter(model: Model, counted: number): Uint32Array {
  const { size } = model;
  const m = model.placed.outputs;
  const counts = new Uint32Array(size * size);
  const inside = Array.from({ length: m }, (_, i) =>
    model.footprint(i).filter((p) => p >= 0 && p < size),
  );
  for (let i = 0; i < counted; i++)
    for (const y of inside[Math.floor(i / m)])
      for (const x of inside[i % m]) counts[y * size + x]++;
  return counts;
}

/** Reads along one axis by the first `windows` windows. */
export function lineCounts(model: Model, windows: number): Uint32Array {
  const counts = new Uint32Array(model.size);
  for (let i = 0; i < windows; i++)
    for (const p of model.footprint(i)) if (p >= 0 && p < model.size) counts[p]++;
  return counts;
}

/** The sentence beside the figure. */
export function describe(words: ReadsWords, params: Params, t: number): string {
  const model = modelOf(params);
  const { size, kernel, block, dilation, placed } = model;
  const m = placed.outputs;
  const { counted, summary } = walkAt(model, t);
  const pads = words.padding(placed.before, placed.after);
  const what =
    block > 1
      ? words.afterSpd(block, kernel, pads, dilation)
      : words.plain(kernel, placed.stride, pads, dilation);
  const now =
    counted === 0
      ? words.noWindow
      : words.placed(counted, m * m, ascending(countsAfter(model, counted)));
  const said = words.over(what, size, now);
  if (summary < 1) return said;
  const products = inside(model);
  const verdict = model.uniform ? words.even(products[0]) : words.uneven(products);
  return `${said} ${verdict}`;
}

const ascending = (counts: Iterable<number>) => [...new Set(counts)].sort((a, b) => a - b);

/** How often pixels far from the edges are read. */
const inside = ({ pattern }: Model) => ascending(pattern.flatMap((a) => pattern.map((b) => a * b)));

/** Why the reads are even, or how they are not, short. */
export function why({ why: said }: ReadsWords, model: Model): string {
  const { kernel, stride, dilation, block, uniform } = model;
  if (block > 1) return said.spd(block, block * kernel);
  if (stride === 1) return said.stride1;
  if (uniform) return said.divides(stride, kernel);
  return kernel % stride === 0 ? said.dilation(stride, dilation) : said.counts(inside(model));
}
