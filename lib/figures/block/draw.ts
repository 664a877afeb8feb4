import { type Context, parseCell } from '../figure.ts';
import { letter } from '../kit/letters.ts';
import { boxes, type Group, type Label, labels, lines, stage, textWidth } from '../kit/marks.ts';
import { thousands } from '../kit/numbers.ts';
import { colour } from '../kit/palette.ts';
import { head, type Point, polyline } from '../kit/path.ts';
import { easeCubicInOut } from '../kit/timeline.ts';
import { drawCosts } from './costs.ts';
import { type Arrow, type Layout, layout, type Slab } from './layout.ts';
import { drawInput, drawOutput, drawPacked } from './maps.ts';
import { acts, modelOf, type Params, shape } from './model.ts';
import { face, type Scene, written } from './scene.ts';
import type { BlockWords } from './words.ts';

export function draw(
  words: BlockWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const model = modelOf(params);
  const time = acts(model);
  const where = layout(model, context);
  const scene: Scene = {
    words,
    model,
    where,
    fly: time.progress('fly', t),
    window: time.eased('window', t),
    walk: time.progress('walk', t),
    cost: time.eased('cost', t),
  };
  const layer = stage(svg, 'block', params, context, where);
  drawInput(layer('sides'), layer('pixels'), layer('letters'), scene);
  drawPacked(layer('packed'), scene);
  drawOutput(layer('output-sides'), layer('output'), scene);
  drawWindow(layer('window'), layer('frame'), scene, context);
  drawArrows(layer('word-ground'), layer('arrows'), layer('arrow-words'), scene, context);
  drawNames(layer('names'), scene);
  drawCosts(layer('bars'), layer('costs'), scene, context);
  drawHighlight(layer('highlight'), where, context);
}

/** The window stands through the whole depth of X'. */
function drawWindow(rays: Group, frame: Group, scene: Scene, context: Context): void {
  const narrow = context.layout === 'narrow';
  const { model, where, window, walk, cost } = scene;
  const { kernel, before, small } = model;
  const { packed, output } = where;
  const index = Math.max(0, written(scene) - 1);
  const [row, column] = [Math.floor(index / small), index % small];
  const opacity = Math.min(1, 2 * window) * (1 - cost) * (walk < 1 ? 1 : 1 - cost);
  const corner = face(packed, row - before, column - before);
  const side = kernel * packed.cell;
  const back = { x: corner.x + packed.dx, y: corner.y + packed.dy };
  const edge = (ax: number, ay: number): Point[] => [
    [corner.x + ax, corner.y + ay],
    [back.x + ax, back.y + ay],
  ];
  const cell = face(output, row, column);
  const near = corner.x + side;
  lines(rays, [
    {
      path: polyline(edge(0, 0), edge(side, 0), edge(side, side), [
        [back.x, back.y],
        [back.x + side, back.y],
        [back.x + side, back.y + side],
      ]),
      stroke: colour.ink,
      strokeWidth: 1.25,
      opacity: 0.8 * opacity,
    },
    {
      path: polyline(
        [
          [near, corner.y],
          [cell.x, cell.y],
        ],
        [
          [near, corner.y + side],
          [cell.x, cell.y + cell.height],
        ],
      ),
      stroke: colour.ink,
      dash: '2 3',
      // In the narrow layout they would run through the words between.
      opacity: narrow ? 0 : 0.6 * opacity,
    },
  ]);
  frame.attr('pointer-events', 'none');
  boxes(frame, [
    {
      ...corner,
      width: side,
      height: side,
      stroke: colour.ink,
      strokeWidth: 2.5,
      fill: colour.paper,
      fillOpacity: 0.18,
      opacity,
    },
    { ...cell, stroke: colour.ink, strokeWidth: 2.5, opacity },
  ]);
}

function drawArrows(
  ground: Group,
  group: Group,
  words: Group,
  { model, where, fly, window, words: { arrows } }: Scene,
  context: Context,
): void {
  const shown = [Math.min(1, 4 * fly), Math.min(1, 2 * window)];
  const path = ({ from, to }: Arrow) => polyline([from, to], head(to, from[0] === to[0], 6, 4));
  lines(
    group,
    where.arrows.map((arrow, i) => ({
      path: path(arrow),
      stroke: colour.muted,
      strokeWidth: 1.5,
      opacity: shown[i],
    })),
  );
  const { kernel } = model;
  const texts = [
    [arrows.spd, arrows.noWeights],
    where.arrows[1].words.length > 1
      ? [`${kernel}×${kernel}`, arrows.stride1]
      : [`${kernel}×${kernel}, ${arrows.stride1}`],
  ];
  const said = where.arrows.map((arrow, i) =>
    arrow.words.map(
      (at, j): Label => ({
        ...at,
        text: texts[i][j],
        size: 13,
        weight: j === 0 ? 600 : 400,
        fill: j === 0 ? colour.ink : colour.muted,
        opacity: shown[i],
      }),
    ),
  );
  labels(words, said.flat());
  // In the narrow layout no line runs through the words.
  if (context.layout === 'narrow') return;
  const size = letter(context.layout, 13);
  boxes(
    ground,
    said[1].map(({ x, y, text }) => {
      const width = textWidth(text, size) + 4;
      return {
        ...{ x: x - width / 2, y: y - 0.9 * size, width, height: 1.2 * size },
        fill: colour.paper,
        opacity: shown[1],
      };
    }),
  );
}

function drawNames(group: Group, scene: Scene): void {
  const { model, where, fly, window, words } = scene;
  const { size, small, inputs, deep, outputs } = model;
  const names = [
    { text: shape('X', size, inputs), count: size * size * inputs, opacity: 1 },
    { text: shape('X′', small, deep), count: small * small * deep, opacity: easeCubicInOut(fly) },
    { text: shape('X″', small, outputs), count: small * small * outputs, opacity: window },
  ];
  labels(
    group,
    names.flatMap(({ text, count, opacity }, i) => [
      { ...where.names[i], text, size: 14, weight: 600, opacity },
      ...(where.counted
        ? [
            {
              ...where.names[i],
              y: where.names[i].y + 18,
              text: words.numbers(thousands(count)),
              size: 13,
              fill: colour.muted,
              opacity,
            },
          ]
        : []),
    ]),
  );
}

function drawHighlight(group: Group, where: Layout, { lit }: Context): void {
  const slabs: Record<string, Slab> = { x: where.x, p: where.packed, y: where.output };
  group.attr('pointer-events', 'none');
  boxes(
    group,
    (lit?.cells ?? []).map((key, i) => {
      const { grid, row, column } = parseCell(key);
      return {
        ...face(slabs[grid], row, column),
        stroke: colour.ink,
        strokeWidth: i === 0 ? 3 : 2,
      };
    }),
  );
}
