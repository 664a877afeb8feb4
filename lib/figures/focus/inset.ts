// The rearrangement in the small.
import { cellKey } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import { boxes, type Group, groups, type Label, labels, type RectMark } from '../kit/marks.ts';
import { inkOn, phaseLetter } from '../kit/palette.ts';
import { mix, stagger } from '../kit/timeline.ts';
import type { Layout, Square } from './layout.ts';
import { current, type Model } from './model.ts';

/** What the mark stands for: the same sixteen pixels at every gate. */
export function drawInset(group: Group, model: Model, where: Layout, t: number): void {
  const { inset } = where;
  const { flown } = current(model, t);
  const cells: RectMark[] = [];
  const texts: Label[] = [];
  const moved: { box: RectMark; text: Label }[] = [];
  const add = (at: Square, dy: number, dx: number, opacity: number, cell: string) => {
    const fill = phaseColour(2, dy, dx);
    const box = {
      x: at.x,
      y: at.y,
      width: at.side - 1,
      height: at.side - 1,
      fill,
      opacity,
      cell,
    };
    const text: Label = {
      x: at.x + at.side / 2,
      y: at.y + at.side / 2,
      text: phaseLetter(2, dy, dx),
      size: 13,
      anchor: 'middle',
      weight: 600,
      fill: inkOn(fill),
      opacity: opacity === 1 ? 1 : 0,
    };
    return { box, text };
  };
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 4; column++) {
      const [dy, dx, r, c] = [row % 2, column % 2, row >> 1, column >> 1];
      const u = stagger(flown, 2 * dx + dy, 4, 0.5);
      const home = inset.pixel(row, column);
      const place = inset.place(dy, dx, r, c);
      const pixel = add(home, dy, dx, u > 0 ? 0.3 : 1, cellKey('x', row, column));
      cells.push(pixel.box);
      texts.push(pixel.text);
      const at = { x: mix(home.x, place.x, u), y: mix(home.y, place.y, u), side: home.side };
      moved.push(add(at, dy, dx, u > 0 ? 1 : 0, cellKey(`m${2 * dx + dy}`, r, c)));
    }
  const still = { boxes: cells, texts };
  const flying = { boxes: moved.map(({ box }) => box), texts: moved.map(({ text }) => text) };
  groups(group, [still, flying], (self, each) => {
    boxes(self, each.boxes);
    labels(self, each.texts, true);
  });
}
