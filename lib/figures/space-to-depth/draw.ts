import { type Context, cellKey } from '../figure.ts';
import { boxes, type Group, labels, lines, stage, textWidth } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { type Point, polyline } from '../kit/path.ts';
import { shrink } from '../kit/picture.ts';
import { easeCubicInOut } from '../kit/timeline.ts';
import { carPicture } from '../kit/vehicle.ts';
import { layout } from './layout.ts';
import { acts, imageShape, type Params, planeCount, stackShape } from './model.ts';
import { drawLeft, drawPhases } from './phases.ts';
import { pixelColours } from './picture.ts';
import { drawPlanes } from './planes.ts';
import { flown, position, type Scene, type Spot, spot } from './scene.ts';
import type { SpaceToDepthWords } from './words.ts';

export function draw(
  words: SpaceToDepthWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const time = acts();
  const at = {
    phases: time.eased('phases', t),
    fly: time.progress('fly', t),
    split: time.progress('split', t),
    stack: time.progress('stack', t),
    back: time.progress('back', t),
  };
  const where = layout(params, context);
  const raster = shrink(context.picture ?? carPicture(params.size), params.size);
  const colours = Array.from({ length: params.size ** 2 }, (_, i) =>
    pixelColours(raster, i, params.channels),
  );
  const scene: Scene = { words, params, at, where, colours };
  const layer = stage(svg, 'space-to-depth', params, context, where);
  drawImage(layer('image'), scene);
  drawPhases(layer('phases'), layer('letters'), scene);
  drawLeft(layer('left'), layer('left-letters'), scene);
  drawOutline(layer('outline'), scene, context);
  drawPlanes(layer('planes'), scene);
  drawDimensions(layer('dimensions'), layer('dimension-words'), scene);
  drawWords(layer('words'), scene);
  drawHighlight(layer('links'), layer('highlight'), scene, context);
}

function drawImage(group: Group, scene: Scene): void {
  const { params, where, colours, at } = scene;
  const { size, block } = params;
  boxes(
    group,
    colours.map(({ whole }, i) => {
      const [row, column] = [Math.floor(i / size), i % size];
      const away = flown(scene, row % block, column % block) * (1 - easeCubicInOut(at.back));
      const { x, y, side } = spot(where.image, row, column);
      return {
        x,
        y,
        width: side - 0.5,
        height: side - 0.5,
        fill: whole,
        opacity: 1 - 0.35 * away,
        cell: cellKey('x', row, column),
      };
    }),
  );
}

/** On a phone the stack has a place of its own: an outline holds it while no channels lie there. */
function drawOutline(group: Group, { params, at, where }: Scene, { layout }: Context): void {
  const planes = planeCount(params);
  const { x, y, cell } = where.stacked(0);
  const back = where.stacked(planes - 1);
  const side = (params.size / params.block) * cell;
  const [dx, dy] = [back.x - x, back.y - y];
  lines(group, [
    {
      path: polyline(
        [
          [x, y],
          [x + dx, y + dy],
          [x + dx + side, y + dy],
          [x + dx + side, y + dy + side],
          [x + side, y + side],
          [x, y + side],
          [x, y],
          [x + side, y],
          [x + side, y + side],
        ],
        [
          [x + side, y],
          [x + dx + side, y + dy],
        ],
      ),
      stroke: colour.line,
      strokeWidth: 1.5,
      dash: '4 4',
      opacity: layout === 'narrow' ? Math.max(1 - 4 * at.split, 2 * at.back - 1, 0) : 0,
    },
  ]);
}

/** The sides of X' along the stack. */
function drawDimensions(group: Group, words: Group, scene: Scene): void {
  const { params, at, where } = scene;
  const channels = scene.words.channels(planeCount(params));
  const small = params.size / params.block;
  const planes = planeCount(params);
  const opacity = Math.max(0, at.stack * 3 - 2) * (1 - Math.min(1, at.back * 4));
  const front = where.stacked(0);
  const back = where.stacked(planes - 1);
  const side = small * front.cell;
  const [left, bottom] = [front.x - 10, front.y + side + 10];
  const right = front.x + side + 12;
  lines(group, [
    {
      path: polyline([
        [left, front.y],
        [left, front.y + side],
      ]),
      stroke: colour.muted,
      opacity,
    },
    {
      path: polyline([
        [front.x, bottom],
        [front.x + side, bottom],
      ]),
      stroke: colour.muted,
      opacity,
    },
    {
      path: polyline([
        [right, front.y + side],
        [right + back.x - front.x, back.y + side],
      ]),
      stroke: colour.muted,
      opacity,
    },
  ]);
  const text = { size: 13, fill: colour.ink, opacity };
  labels(words, [
    { ...text, x: left - 6, y: front.y + side / 2 + 4, text: String(small), anchor: 'end' },
    { ...text, x: front.x + side / 2, y: bottom + 16, text: String(small), anchor: 'middle' },
    {
      ...text,
      x: Math.min(
        right + (back.x - front.x) / 2 + 6,
        where.width - textWidth(channels, where.letter),
      ),
      y: front.y + side + (back.y - front.y) / 2 + 14,
      text: channels,
    },
  ]);
}

function drawWords(group: Group, { params, at, where, words: { drawing } }: Scene): void {
  const { size, block, channels } = params;
  const small = size / block;
  const maps = (text: string) => ({
    x: Math.min(where.maps.x, where.width - textWidth(text, 15)),
    y: where.maps.y,
    text,
  });
  const heading =
    at.back > 0
      ? maps(drawing.back)
      : at.split > 0.5
        ? { ...where.right, text: `X′ (${small}, ${small}, ${planeCount(params)})` }
        : maps(
            at.phases > 0
              ? drawing.subMaps(block * block, `(${small}, ${small}, ${channels})`)
              : '',
          );
  labels(group, [
    {
      x: where.image.x,
      y: where.image.y - 14,
      text: `X (${size}, ${size}, ${channels})`,
      weight: 600,
      size: 15,
    },
    { ...heading, y: heading.y - 14, weight: 600, size: 15 },
    ...(where.formulaY === undefined
      ? []
      : [
          {
            x: where.image.x,
            y: where.formulaY,
            text: formula(params, at.back > 0, where.width > 500),
            size: 13,
            fill: colour.muted,
          },
        ]),
  ]);
}

/** Which shape becomes which, there or back; in letters too where there is room. */
function formula(params: Params, back: boolean, letters: boolean): string {
  const inLetters = ['X (S, S, C₁)', 'X′ (S/s, S/s, s²C₁)'];
  const [names, numbers] = [inLetters, [imageShape(params), stackShape(params)]].map((pair) =>
    (back ? pair.toReversed() : pair).join(' → '),
  );
  return letters ? `${names}:   ${numbers}` : numbers;
}

function drawHighlight(links: Group, group: Group, scene: Scene, { lit }: Context): void {
  const spots = (lit?.cells ?? []).map((key) => {
    const [grid, row, column] = key.split(':');
    return grid === 'x'
      ? spot(scene.where.image, Number(row), Number(column))
      : position(scene, Number(grid.slice(1)), Number(row), Number(column));
  });
  const middle = ({ x, y, side }: Spot): Point => [x + side / 2, y + side / 2];
  lines(
    links,
    spots.slice(1).map((to) => ({
      path: polyline([middle(spots[0]), middle(to)]),
      stroke: colour.ink,
      strokeWidth: 1,
      dash: '3 3',
      opacity: 0.7,
    })),
  );
  group.attr('pointer-events', 'none');
  boxes(
    group,
    spots.map(({ x, y, side }) => ({
      x,
      y,
      width: side,
      height: side,
      stroke: colour.ink,
      strokeWidth: 2.5,
    })),
  );
}
