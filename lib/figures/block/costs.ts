// What each wiring costs, as bars.
import type { Context } from '../figure.ts';
import { letter } from '../kit/letters.ts';
import { boxes, type Group, type Label, labels, type RectMark, textWidth } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { short, times, wiringName } from './model.ts';
import type { Scene } from './scene.ts';

/** Weights and multiply-accumulates of every wiring, beside those of the stride. */
export function drawCosts(
  group: Group,
  words: Group,
  { model, where, walk, cost, words: dictionary }: Scene,
  context: Context,
): void {
  const narrow = context.layout === 'narrow';
  const { bars } = where;
  const { costs } = model;
  const [strided] = costs;
  const bands: RectMark[] = [];
  const texts: Label[] = [
    ...[dictionary.weights, dictionary.macs].map((text, i) => ({
      x: bars.columns[i].x,
      y: bars.y - 14,
      text,
      size: 13,
      weight: 600,
    })),
  ];
  // What is replaced stands there from the start, the block grows as it is run, then come the other wirings.
  const grown = { strided: 1, spd: walk, 'spd-1x1': cost, published: cost };
  costs.forEach((entry, i) => {
    const y = bars.y + i * bars.rowHeight;
    const shown = grown[entry.wiring];
    // A row comes with its bars.
    const opacity = Math.min(1, 2 * shown);
    const drawn = entry.wiring === 'spd';
    const fill = entry.wiring === 'strided' ? colour.strided : colour.spd;
    const published = entry.wiring === 'published';
    texts.push({
      x: bars.nameX,
      y: y + 14,
      text:
        wiringName(dictionary, entry.wiring, model) +
        (published && narrow ? ` ${dictionary.publishedNote}` : ''),
      size: 13.5,
      weight: drawn ? 600 : 400,
      fill: colour.ink,
      opacity,
    });
    // Under its name, where the bars stand beside it.
    if (published && context.layout === 'wide')
      texts.push({
        x: bars.nameX,
        y: y + 30,
        text: dictionary.publishedNote,
        size: 13,
        fill: colour.muted,
        opacity,
      });
    (['weights', 'macs'] as const).forEach((measure, j) => {
      const column = bars.columns[j];
      const value = entry[measure];
      const most = Math.max(...costs.map((c) => c[measure]));
      const text = `${short(value)} (${times(value, strided[measure])})`;
      const room = column.width - textWidth('88.8 M (×8.8)', letter(context.layout, 13)) - 8;
      const width = Math.max(1.5, (room * value) / most);
      bands.push({
        x: column.x,
        y: y + bars.barY + 3,
        width: width * shown,
        height: 14,
        fill,
        fillOpacity: drawn || entry.wiring === 'strided' ? 1 : 0.45,
        opacity: shown > 0 ? 1 : 0,
      });
      texts.push({
        x: column.x + width + 8,
        y: y + bars.barY + 14.5,
        text,
        size: 13,
        fill: colour.ink,
        opacity: Math.max(0, 2 * shown - 1),
      });
    });
  });
  boxes(group, bands);
  labels(words, texts);
}
