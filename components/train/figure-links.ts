// From a trained network to the figures: what their addresses say so that its own filters stand in them.
import { MOST_FILTERS } from '#lib/figures/kit/own-weights.ts';
import { filtersText, firstHalving } from '#lib/stack/trained.ts';
import { isConvolution } from '#lib/stack/ways.ts';
import type { Inside } from '#lib/training/index.ts';

/** A query of a figure's page, with its question mark, or nothing; and whether it carries the network's own filters. */
export interface FigureLink {
  query: string;
  own: boolean;
}

function asked(figure: string, values: Readonly<Record<string, string | number>>): string {
  const query = new URLSearchParams(
    Object.entries(values).map(([name, value]) => [`${figure}.${name}`, String(value)]),
  );
  return `?${query}`;
}

export function figureLinks({
  plan,
  numbers,
}: Inside): Record<'disguise' | 'rebuild' | 'footprint', FigureLink> {
  const [first] = plan.stages;
  const filters = filtersText(first, numbers);
  const kernel = firstHalving(first).find(isConvolution)!.kernel;
  const none = { query: '', own: false };
  // What the wiring of such a stack gives: the figure has strided kernels and two ways of space-to-depth.
  const halvings = plan.stages.length;
  const wiring = asked('footprint', {
    halvings,
    ...(first.way.startsWith('strided') ? { kernel } : {}),
    ...(first.way === 'published' ? { after: 'published' } : {}),
  });
  const footprint = { query: wiring, own: false };
  if (!filters) return { disguise: none, rebuild: none, footprint };
  const given = first.way === 'spd' ? 'spd' : 'strided';
  const channels = Math.min(MOST_FILTERS, first.width);
  return {
    disguise: { query: asked('disguise', { given, block: 2, kernel, filters }), own: true },
    rebuild: { query: asked('rebuild', { via: given, kernel, channels, filters }), own: true },
    footprint,
  };
}
