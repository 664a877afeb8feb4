import type { AnyFigure } from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';
import { type outgoing, VERSION } from './protocol.ts';

/** What a figure says of itself once it is there, by a message from its frame and by an event of its element alike. */
export function introduction(
  figure: AnyFigure,
  values: AnyValues,
): Record<keyof typeof outgoing.ready, unknown> {
  const stops = figure.stops(values);
  return {
    name: figure.name,
    version: VERSION,
    steps: stops.length,
    stops,
    // A declaration is data: what a message may carry.
    parameters: JSON.parse(JSON.stringify(figure.parameters)),
    params: { ...values },
  };
}
