// The three maps: X, X′ and X″.
import { cellKey } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import {
  boxes,
  type Group,
  groups,
  type Label,
  labels,
  lines,
  type RectMark,
} from '../kit/marks.ts';
import { colour, inkOn, phaseLetter } from '../kit/palette.ts';
import { mix, stagger } from '../kit/timeline.ts';
import { face, flown, type Scene, sides, written } from './scene.ts';

/** X: its pixels in the hues of their phases, fainter once they have flown. */
export function drawInput(
  side: Group,
  pixels: Group,
  letters: Group,
  { model, where, fly }: Scene,
): void {
  const { size, block } = model;
  const { x } = where;
  lines(side, [
    { path: sides(x, 0, 1), fill: colour.panel, stroke: colour.muted, strokeWidth: 0.75 },
  ]);
  const cells: RectMark[] = [];
  const texts: Label[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [dy, dx] = [row % block, column % block];
      const fill = phaseColour(block, dy, dx);
      const box = face(x, row, column);
      const away = flown(model, fly, dy, dx);
      cells.push({
        ...box,
        fill,
        fillOpacity: 1 - 0.6 * away,
        stroke: colour.paper,
        cell: cellKey('x', row, column),
      });
      if (row < block && column < block && box.width >= 14)
        texts.push({
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
          text: phaseLetter(block, dy, dx),
          size: 12,
          anchor: 'middle',
          weight: 600,
          fill: inkOn(fill),
          opacity: 1 - away,
        });
    }
  boxes(pixels, cells);
  labels(letters, texts, true);
}

/** X': one band of channels a phase, the last at the back. */
export function drawPacked(group: Group, scene: Scene): void {
  const { model, where, fly } = scene;
  const { block, small } = model;
  const phases = block * block;
  const fromBack = Array.from({ length: phases }, (_, i) => phases - 1 - i);
  groups(group, fromBack, (self, o) => {
    const [dy, dx] = [o % block, Math.floor(o / block)];
    const fill = phaseColour(block, dy, dx);
    const away = flown(model, fly, dy, dx);
    self.attr('visibility', away > 0 ? 'visible' : 'hidden');
    const arrived = Math.max(0, 4 * away - 3);
    lines(self, [
      {
        path: sides(where.packed, o / phases, (o + 1) / phases),
        fill,
        stroke: colour.paper,
        strokeWidth: 0.75,
        opacity: arrived,
      },
    ]);
    boxes(
      self,
      Array.from({ length: small * small }, (_, i): RectMark => {
        const [row, column] = [Math.floor(i / small), i % small];
        const home = face(where.x, row * block + dy, column * block + dx);
        const place = face(where.packed, row, column, o / phases);
        const lead = stagger(away, row + column, 2 * small - 1, 0.85);
        return {
          x: mix(home.x, place.x, lead),
          y: mix(home.y, place.y, lead),
          width: home.width,
          height: home.height,
          fill,
          stroke: colour.paper,
          cell: cellKey('p', row, column),
        };
      }),
    );
  });
}

/** X″, as far as it is written. */
export function drawOutput(side: Group, group: Group, scene: Scene): void {
  const { model, where, window } = scene;
  const { small } = model;
  const count = written(scene);
  const shown = Math.min(1, 2 * window);
  lines(side, [
    {
      path: sides(where.output, 0, 1),
      fill: colour.spd,
      stroke: colour.paper,
      strokeWidth: 0.75,
      opacity: shown * mix(0.18, 0.75, count / (small * small)),
    },
  ]);
  boxes(
    group,
    Array.from({ length: small * small }, (_, i): RectMark => {
      const [row, column] = [Math.floor(i / small), i % small];
      return {
        ...face(where.output, row, column),
        fill: i < count ? colour.spd : colour.panel,
        stroke: i < count ? colour.paper : colour.line,
        opacity: shown,
        cell: cellKey('y', row, column),
      };
    }),
  );
}
