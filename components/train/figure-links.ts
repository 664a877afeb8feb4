// From a trained network to the figures: what their addresses say so that its own weights stand in them.
import { wiringOf } from '#lib/figures/footprint/own.ts';
import { writeStacks } from '#lib/figures/footprint/write-own.ts';
import { MOST_FILTERS } from '#lib/figures/kit/own-weights.ts';
import { ownStack } from '#lib/stack/own-stack.ts';
import { filtersText, firstHalving } from '#lib/stack/trained.ts';
import { isConvolution, KINDS } from '#lib/stack/ways.ts';
import type { Inside } from '#lib/training/index.ts';

/** A query of a figure's page, with its question mark, or nothing; and of how many networks it carries weights. */
export interface FigureLink {
  query: string;
  networks: 0 | 1 | 2;
}

const PLAIN: FigureLink = { query: '', networks: 0 };

function asked(figure: string, values: Readonly<Record<string, string | number>>): string {
  const query = new URLSearchParams(
    Object.entries(values).map(([name, value]) => [`${figure}.${name}`, String(value)]),
  );
  return `?${query}`;
}

const isSound = ({ numbers }: Inside) => numbers.every(Number.isFinite);

/** @param all networks that are trained side by side: the figure of the footprint has room for one of another kind */
export function figureLinks(
  inside: Inside,
  all: readonly Inside[],
): Record<'disguise' | 'rebuild' | 'footprint', FigureLink> {
  // Numbers that have run away are nothing to draw.
  if (!isSound(inside)) return { disguise: PLAIN, rebuild: PLAIN, footprint: PLAIN };
  return { ...ofFilters(inside), footprint: ofStacks(inside, all.filter(isSound)) };
}

/** The filters of the first halving. */
function ofFilters({ plan, numbers }: Inside): Record<'disguise' | 'rebuild', FigureLink> {
  const [first] = plan.stages;
  const filters = filtersText(first, numbers);
  if (!filters) return { disguise: PLAIN, rebuild: PLAIN };
  const { kernel } = firstHalving(first).find(isConvolution)!;
  const given = KINDS[first.way] === 'spd' ? 'spd' : 'strided';
  const channels = Math.min(MOST_FILTERS, first.width);
  const disguise = asked('disguise', { given, block: 2, kernel, filters });
  const rebuild = asked('rebuild', { via: given, kernel, channels, filters });
  return { disguise: { query: disguise, networks: 1 }, rebuild: { query: rebuild, networks: 1 } };
}

/** All halvings, and as many of another network where the figure has a place for it. */
function ofStacks({ plan, numbers }: Inside, all: readonly Inside[]): FigureLink {
  const halvings = plan.stages.length;
  const own = ownStack(plan.stages, numbers);
  const other = all
    .map((network) => ownStack(network.plan.stages, network.numbers))
    .find(({ place, halvings: { length } }) => place !== own.place && length >= halvings);
  const stacks = other ? [own, other] : [own];
  const values = { halvings, ...Object.assign({}, ...stacks.map(wiringOf)) };
  return {
    query: asked('footprint', { ...values, maps: writeStacks(stacks) }),
    networks: other ? 2 : 1,
  };
}
