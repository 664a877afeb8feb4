import { defineFigure } from '../figure.ts';
import { draw, layout } from './draw.ts';
import { acts, type Params, parameters, staleNumbers } from './model.ts';

/** Space-to-depth rows come into YOLOv5's file, and every number behind them goes stale. */
export const yamlRows = defineFigure({
  name: 'yaml-rows',
  title: 'Which row does a number mean?',
  parameters,
  presets: [
    { label: 'One row', values: { inserted: 1 } },
    { label: 'The backbone', values: { inserted: 4 } },
    { label: 'All six', values: { inserted: 6 } },
  ],
  size: (params, context) => {
    const { width, height } = layout(params, context);
    return { width, height };
  },
  stops: (params) => acts(params).stops,
  seconds: (params) => acts(params).seconds,
  poster: (params) => acts(params).end('stale'),
  draw,
  describe,
});

function describe(params: Params, t: number): string {
  const time = acts(params);
  const { inserted } = params;
  const stale = staleNumbers(params);
  const many = (outcome: string) => stale.filter((each) => each.outcome === outcome).length;
  if (t < time.end('insert'))
    return `The 25 rows of YOLOv5’s file. ${stale.length} numbers in it name a row. ${inserted} space-to-depth ${inserted === 1 ? 'row comes' : 'rows come'} in, and every row behind moves down.`;
  if (t < time.end('fix')) {
    return `With ${inserted} space-to-depth ${inserted === 1 ? 'row' : 'rows'} put in and the old numbers left: ${many('right')} still mean the right row, ${many('error')} join maps of different sizes and stop with an error, ${many('silent')} read another map and say nothing.`;
  }
  const changes = stale.map(({ asks, means }) => `${asks} became ${means}`).join(', ');
  return `All numbers moved with their rows: ${changes}.`;
}
