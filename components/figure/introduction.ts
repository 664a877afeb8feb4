import type { AnyFigure } from '#lib/figures/index.ts';
import type { AnyValues, Declaration } from '#lib/parameters/index.ts';
import { type outgoing, VERSION } from './protocol.ts';

/** A declaration as a message may carry it: it is data. */
export const asData = (declaration: Declaration): Declaration =>
  JSON.parse(JSON.stringify(declaration));

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
    parameters: asData(figure.parameters),
    params: { ...values },
  };
}
