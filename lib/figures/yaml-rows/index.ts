import { defineFigure } from '../figure.ts';
import { labelled } from '../kit/settings.ts';
import { stopsOf } from '../kit/timeline.ts';
import { draw } from './draw.ts';
import { layout } from './layout.ts';
import { acts, countsOf, type Params, staleNumbers } from './model.ts';
import { parameters } from './parameters.ts';
import type { YamlRowsWords } from './words.ts';

/** Space-to-depth rows come into YOLOv5's file, and every number behind them goes stale. */
export const yamlRows = (words: YamlRowsWords) =>
  defineFigure({
    name: 'yaml-rows',
    title: words.title,
    parameters: labelled(parameters, words.parameters),
    presets: [
      { label: words.presets[0], values: { inserted: 1 } },
      { label: words.presets[1], values: { inserted: 4 } },
      { label: words.presets[2], values: { inserted: 6 } },
    ],
    size: (params, context) => {
      const { width, height } = layout(params, context);
      return { width, height };
    },
    stops: ({ inserted }) =>
      stopsOf(acts(), (act) =>
        act === 'insert' ? words.stops.insert(inserted) : words.stops[act],
      ),
    seconds: () => acts().seconds,
    poster: () => acts().end('stale'),
    draw: (...given) => draw(words, ...given),
    describe: (params, t) => describe(words, params, t),
  });

function describe(words: YamlRowsWords, params: Params, t: number): string {
  const time = acts();
  const { inserted } = params;
  const stale = staleNumbers(params);
  if (t < time.end('insert')) return words.before(stale.length, inserted);
  if (t < time.end('fix')) return words.stale(inserted, countsOf(stale));
  return words.fixed(stale);
}
