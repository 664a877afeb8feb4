// The scales of a chart that Plot has drawn, for what is marked in it later.
import type { Plot as Drawn, Scale as PlotScale } from '@observablehq/plot';
import type { Span } from '#components/kit/chart-place.ts';
import { isAxis, type Scale, type Scales } from './placing.ts';

function scaleOf(scale: PlotScale | undefined): Scale | undefined {
  if (!scale?.domain) return undefined;
  const { type, bandwidth = 0 } = scale;
  if (type === 'band' || type === 'point' || type === 'ordinal')
    return Object.fromEntries(
      [...scale.domain].map((name) => {
        const start = Number(scale.apply(name));
        return [String(name), [start, start + bandwidth] as const];
      }),
    );
  const [domain, range] = [scale.domain, scale.range as Iterable<number>].map(
    ([...ends]) => [Number(ends[0]), Number(ends.at(-1))] as const,
  );
  return { domain, range, ...(type === 'log' && { log: true }) };
}

/** @param size of the drawing, px */
export function scalesOf(
  chart: Pick<Drawn, 'scale'>,
  size: { width: number; height: number },
): Scales {
  const [x, y, fx] = (['x', 'y', 'fx'] as const).map((name) => scaleOf(chart.scale(name)));
  const { width, height } = size;
  const ends = (scale: Scale | undefined, most: number): Span =>
    isAxis(scale) ? [Math.min(...scale.range), Math.max(...scale.range)] : [0, most];
  return {
    ...(x && { x }),
    ...(y && { y }),
    ...(fx && { fx }),
    frame: [...ends(x, width), ...ends(y, height)],
  };
}
