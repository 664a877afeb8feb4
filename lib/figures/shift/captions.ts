// What stands beside the picture and each row.
import { type Downsampling, downsamplings } from '../../spd/downsample.ts';
import { type Group, type Label, labels } from '../kit/marks.ts';
import { colour, phaseLetter } from '../kit/palette.ts';
import { point } from './curves.ts';
import { letterGround, phases, tile } from './layout.ts';
import { type Curve, FARTHEST, SIDE, valueAt } from './model.ts';
import type { Scene } from './scene.ts';

function valueText(curve: Curve, shift: number): string {
  return String(Math.round(valueAt(curve, shift)));
}

/** All words: what is shown, how far it was moved, each row’s name and value, the axis. */
export function drawWords(group: Group, scene: Scene): void {
  const { params, model, shift, where } = scene;
  const { drawing } = scene.dictionary;
  const { picture, words, rows, stacked } = where;
  const muted = { fill: colour.muted, size: stacked ? 12.5 : 13 };
  const moved = shift === 0 ? drawing.notMoved : drawing.moved(String(Number(shift.toFixed(2))));
  const texts: Label[] = [
    { x: picture.x, y: picture.y - 9, text: drawing.picture(SIDE), weight: 600 },
    { x: words.x, y: words.y, text: moved, weight: 600, size: 15 },
    { ...muted, x: words.x, y: words.y + 20, text: drawing.car(params.length) },
    {
      ...muted,
      x: words.x,
      y: words.y + (stacked ? 42 : 44),
      text: drawing.marked[0],
    },
    { ...muted, x: words.x, y: words.y + (stacked ? 58 : 61), text: drawing.marked[1] },
  ];
  if (!stacked) {
    const [y, step] = where.axis === 'before' ? [words.y + 88, 18] : [words.y + 92, 17];
    for (const [i, text] of drawing.curves.entries())
      texts.push({ ...muted, x: words.x, y: y + step * i, text });
  } else texts.push({ ...muted, x: words.x, y: words.y + 82, text: drawing.curvesShort });
  downsamplings.forEach((method, i) => {
    texts.push(...rowWords(scene, method, i));
  });
  const { curve } = rows[rows.length - 1];
  for (let px = 0; px <= FARTHEST; px++) {
    const { x } = point({ curve, most: 1, shift: px, value: 0 });
    texts.push({
      ...muted,
      x,
      y: curve.y + curve.height + (where.axis === 'before' ? 18 : 16),
      text: String(px),
      anchor: px === 0 ? 'start' : px === FARTHEST ? 'end' : 'middle',
    });
  }
  const before = where.axis === 'before';
  texts.push({
    ...muted,
    x: before ? curve.x - 12 : curve.x + curve.width,
    y: curve.y + curve.height + (before ? 18 : 33),
    text: drawing.axis,
    anchor: 'end',
  });
  if (model.block === 2) texts.push(...letters(scene));
  // On the projector there is no room below the names, and who speaks says it.
  if (!before)
    texts.push({
      ...muted,
      ...(stacked
        ? { x: curve.x, y: curve.y + curve.height + 33 }
        : { x: rows[rows.length - 1].name.x, y: rows[rows.length - 1].name.y + 82 }),
      text: drawing.thick(model.block ** 2),
    });
  labels(group, texts);
}

function rowWords(
  { dictionary, model, shift, where }: Scene,
  method: Downsampling,
  i: number,
): Label[] {
  const names = dictionary.methods;
  const { name, curve } = where.rows[i];
  const whole = model.methods[method];
  const hue = method === 'spd' ? colour.spd : colour.strided;
  const range = dictionary.drawing.range(Math.round(whole.least), Math.round(whole.most));
  const value = { text: valueText(whole, shift), fill: hue, weight: 600, size: 14 };
  if (where.stacked)
    return [
      { x: name.x, y: name.y, text: names[method], weight: 600, size: 13 },
      { ...value, x: curve.x + curve.width, y: name.y, anchor: 'end' },
      {
        x: curve.x + curve.width - 34,
        y: name.y,
        text: range,
        size: 12,
        fill: colour.muted,
        anchor: 'end',
      },
    ];
  return [
    { x: name.x, y: name.y, text: names[method], weight: 600, size: 14 },
    { ...value, x: name.x, y: name.y + 20 },
    { x: name.x + 34, y: name.y + 20, text: range, size: 12.5, fill: colour.muted },
  ];
}

/** Letters of the four sub-maps, beside their tiles' values; where there is no room for those, in the tiles. */
function letters({ model, shift, where }: Scene): Label[] {
  const { name, map } = where.rows[5];
  if (where.stacked)
    return phases(2).map(([dy, dx]) => {
      const { x, y, width } = letterGround(tile(map, 2, dy, dx));
      return {
        ...{ x: x + width / 2, y: y + 12, text: phaseLetter(2, dy, dx) },
        ...{ size: 12, weight: 600, anchor: 'middle' },
      };
    });
  return phases(2).map(([dy, dx]) => ({
    x: name.x + dx * 52,
    y: name.y + 44 + dy * 19,
    text: `${phaseLetter(2, dy, dx)} ${valueText(model.subMaps[dy * 2 + dx], shift)}`,
    size: 13,
    weight: 600,
    fill: colour.ink,
  }));
}
