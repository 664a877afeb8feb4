// What a bet is about, from what a chapter says of it: the right answers are computed when the page is built.
import { inSite } from '#components/kit/in-site.ts';
import { missed, pair } from '#components/kit/one-pixel.ts';
import { models, type PublishedModel } from '#components/kit/published.ts';
import { curve as curveWords } from '#content/words/en/bets/curve.ts';
import { order as orderWords } from '#content/words/en/bets/order.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { readsColour } from '#lib/figures/kit/hues.ts';
import { inkOn } from '#lib/figures/kit/palette.ts';
import { CAR } from '#lib/figures/kit/vehicle.ts';
import { modelOf as microscope } from '#lib/figures/microscope/model.ts';
import { modelOf as reads } from '#lib/figures/reads/model.ts';
import { compare, type MeasuredFile } from '#lib/results/index.ts';
import { MOVING } from '#lib/scenes/index.ts';
import { interiorPaths } from '#lib/spd/paths.ts';
import type { Spec } from './kinds/index.ts';
import { type Marks, placesOf } from './places.ts';

/** What a chapter says of its bet: one of these. */
export interface Asked {
  /** Several options, and the place of the right one, from 0. */
  options?: string[];
  answer?: number;
  /** The options are two scenes: in which of them the strided detector misses the car. */
  scenes?: 'one-pixel';
  /** Where the options stand in the chart that answers. */
  marks?: Marks;
  /** Reads of a square of pixels, `side` from row and column `from` of the figure. */
  paint?: {
    size: number;
    kernel: number;
    stride: number;
    padding: string;
    from: number;
    side: number;
  };
  /** A number, or the most paths through a stack of halvings. */
  number?: {
    min: number;
    max: number;
    log?: boolean;
    unit?: string;
    answer: number | { kernel: number; halvings: number };
  };
  /** The ways of halving that drop numbers, by what is left of the microscope's car. */
  order?: { level: number; offset: number; paint: 'red' | 'dark' };
  /** What a variant gains over another one, by the size of the objects; or the AP of the published SPD models, by their work. */
  curve?: { min: number; max: number } & (
    | { variant: string; against: string; plan: string }
    | { published: 'macs' }
  );
}

const sweeps = import.meta.glob<MeasuredFile>('/content/results/measured/sweeps.json', {
  eager: true,
  import: 'default',
});

/** @throws Error where the chapter says nothing that can be bet on */
export async function specOf(id: string, asked: Asked): Promise<Spec> {
  const { options, answer, scenes, marks, paint, number, order, curve } = asked;
  if (options && scenes) return { kind: 'choice', options, answer: missed, pictures: pictures() };
  if (options && answer !== undefined && options[answer])
    return { kind: 'choice', options, answer, places: marks && placesOf(marks) };
  if (paint) return painted(paint);
  if (number) return { kind: 'number', ...number, answer: numberOf(number.answer) };
  if (order) return ordered(order);
  if (curve) return 'published' in curve ? costs(curve) : curved(curve);
  throw new Error(`prediction "${id}": nothing to bet on, or an answer that is no option`);
}

const pictures = () =>
  pair.map(({ truth: [x, y, width, height] }, place) => ({
    href: inSite(`/bets/one-pixel-${place}.png`),
    x: share(x + width / 2),
    y: share(y + height / 2),
  }));

/** Of the window's side, per cent. */
const share = (px: number) => Number(((100 * px) / MOVING.window).toFixed(1));

function painted({ from, side, ...window }: NonNullable<Asked['paint']>): Spec {
  const { reads: line, most } = reads({ ...window, dilation: 1, block: 1 } as Parameters<
    typeof reads
  >[0]);
  const truth = Array.from(
    { length: side * side },
    (_, i) => line[from + Math.floor(i / side)] * line[from + (i % side)],
  );
  // One more than there is: the palette must not tell the largest count, and its scale goes as far.
  const top = most + 1;
  const colours = Array.from({ length: top + 1 }, (_, n): [string, string] => {
    const ground = readsColour(n, top);
    return [ground, inkOn(ground)];
  });
  return { kind: 'paint', side, from, grid: 'x', most: top, truth, colours };
}

function numberOf(answer: NonNullable<Asked['number']>['answer']): number {
  if (typeof answer === 'number') return answer;
  const { kernel, halvings } = answer;
  const line = interiorPaths({ kernel, stride: 2, padding: kernel >> 1 }, halvings);
  return Math.max(...line) ** 2;
}

async function ordered({ level, offset, paint }: NonNullable<Asked['order']>): Promise<Spec> {
  const { methods } = await english.microscope();
  const { rows } = microscope({ length: CAR, offset, paint, scene: 0 });
  const items = rows
    .filter(({ method }) => method !== 'spd')
    .map(({ method, trace }) => ({
      name: methods[method],
      value: trace[level],
      cell: method,
    }));
  return { kind: 'order', items, unit: orderWords.unit };
}

function curved({
  variant,
  against,
  plan,
  min,
  max,
}: Exclude<NonNullable<Asked['curve']>, { published: unknown }>): Spec {
  const [file] = Object.values(sweeps);
  const points = compare({ ...file, baseline: against, comparisons: [] })
    .filter((of) => of.variant === variant)
    .filter(({ conditions }) => conditions.plan === plan && conditions.parameter === 'size')
    .map(({ conditions, difference }) => ({ x: Number(conditions.value), y: difference.AP }))
    .sort((a, b) => a.x - b.x);
  const { x, y, unit } = curveWords;
  const truth = points.map((point) => Number(point.y.toFixed(1)));
  return { kind: 'curve', xs: points.map((point) => point.x), truth, min, max, x, y, unit };
}

function costs({ min, max }: { min: number; max: number }): Spec {
  const { model, strided, ...axes } = curveWords.cost;
  const of = (variant: PublishedModel['variant']) =>
    models.filter((one) => one.variant === variant);
  const [spd, beside] = [of('spd'), of('strided')];
  const work = ({ macs }: PublishedModel) => Number(macs.toFixed(1));
  return {
    ...{ kind: 'curve', min, max, log: true, ...axes },
    xs: spd.map(work),
    names: spd.map(({ size }) => model(size)),
    short: spd.map((one) => `${one.size}: ${work(one)}`),
    truth: spd.map(({ AP }) => AP),
    beside: { name: strided, xs: beside.map(work), ys: beside.map(({ AP }) => AP) },
    // Half as much as the two families lie apart.
    near: 1,
  };
}
