// The planes of X′ on their way.
import { cellKey } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import { boxes, type Group, groups, type Label, labels, lines, textWidth } from '../kit/marks.ts';
import { phaseLetter } from '../kit/palette.ts';
import { polygon } from '../kit/path.ts';
import { blend } from '../kit/rgb.ts';
import { easeCubicInOut, stagger } from '../kit/timeline.ts';
import type { Layout } from './layout.ts';
import { originOf, planeCount, planeName } from './model.ts';
import { flown, position, type Scene, type Spot } from './scene.ts';

/** The planes of X', the last channel at the back: cells, a frame in the phase's hue, and a label. */
export function drawPlanes(group: Group, scene: Scene): void {
  const { params, at, where, colours } = scene;
  const small = params.size / params.block;
  const planes = planeCount(params);
  const fromBack = Array.from({ length: planes }, (_, i) => planes - 1 - i);
  groups(group, fromBack, (self, o) => {
    const { dy, dx, c } = originOf(params, o);
    const away = flown(scene, dy, dx);
    self.attr('visibility', away > 0 ? 'visible' : 'hidden');
    const split = stagger(at.split, o, planes, 0.6) * (1 - easeCubicInOut(at.back));
    const cells = Array.from({ length: small * small }, (_, i) => {
      const [row, column] = [Math.floor(i / small), i % small];
      const pixel = colours[(row * params.block + dy) * params.size + column * params.block + dx];
      const fill =
        split === 0
          ? pixel.whole
          : split === 1
            ? pixel.parts[c]
            : blend(pixel.whole, pixel.parts[c], split);
      return { ...position(scene, o, row, column), fill, cell: cellKey(`p${o}`, row, column) };
    });
    boxes(
      self,
      cells.map(({ x, y, side, fill, cell }) => {
        const seen = Math.max(0.5, side - 0.5);
        return { x, y, width: seen, height: seen, fill, cell };
      }),
    );
    const framed = Math.max(0, 4 * away - 3) * (1 - Math.min(1, at.back * 4));
    const [first, last] = [cells[0], cells[cells.length - 1]];
    const [left, top] = [first.x - 1.5, first.y - 1.5];
    const [right, bottom] = [last.x + last.side + 1.5, last.y + last.side + 1.5];
    lines(self, [
      {
        path: polygon([
          [left, top],
          [right, top],
          [right, bottom],
          [left, bottom],
        ]),
        stroke: phaseColour(params.block, dy, dx),
        strokeWidth: 2,
        opacity: framed,
      },
    ]);
    labels(self, [planeLabel(scene, o, first, framed, split, where)]);
  });
}

/** Above a sub-map its letter and slice; above a plane its channel number and name. */
function planeLabel(
  scene: Scene,
  o: number,
  first: Spot,
  framed: number,
  split: number,
  where: Layout,
): Label {
  const { params, at } = scene;
  const { block } = params;
  const { dy, dx, c } = originOf(params, o);
  const small = params.size / block;
  const late = split > 0.5;
  const room = late ? small * where.plane(o).cell + 6 : small * where.map(dy, dx).cell + 12;
  const letter = phaseLetter(block, dy, dx);
  const texts = late
    ? [`${o} ${planeName(params, o)}`, planeName(params, o), String(o)]
    : [
        `${letter}  X[${dy}::${block}, ${dx}::${block}]`,
        `${letter} [${dy}::${block}, ${dx}::${block}]`,
        letter,
      ];
  const text = texts.find((s) => textWidth(s, where.letter, true) <= room) ?? texts[2];
  // Channels of one sub-map lie on each other until they part: one label is enough.
  const shown = late ? 2 * split - 1 : c === 0 ? 1 - 2 * split : 0;
  return {
    x: first.x,
    y: first.y - 7,
    text,
    size: 12.5,
    mono: true,
    opacity: framed * shown * (1 - Math.min(1, at.stack * 3)),
  };
}
