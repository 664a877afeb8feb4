import { easeCubicInOut } from 'd3';
import { type Context, cellKey, parseCell } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import {
  type Box,
  boxes,
  type Group,
  type Label,
  labels,
  lines,
  round,
  stage,
  textWidth,
} from '../kit/marks.ts';
import { thousands } from '../kit/numbers.ts';
import { colour, inkOn, phaseLetter } from '../kit/palette.ts';
import { mix, stagger } from '../kit/timeline.ts';
import { type Arrow, type Layout, layout, type Slab } from './layout.ts';
import { linked } from './links.ts';
import {
  acts,
  type Model,
  modelOf,
  type Params,
  shape,
  short,
  times,
  wiringName,
} from './model.ts';
import type { BlockWords } from './words.ts';

interface Scene {
  words: BlockWords;
  model: Model;
  where: Layout;
  /** 0..1 through each act. */
  fly: number;
  window: number;
  walk: number;
  cost: number;
}

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
  drawArrows(layer('arrows'), layer('arrow-words'), scene);
  drawNames(layer('names'), scene);
  drawCosts(layer('bars'), layer('costs'), scene, context);
  drawHighlight(layer('highlight'), params, where, context);
}

function face(slab: Slab, row: number, column: number, depth = 0): Box {
  const { x, y, cell, dx, dy } = slab;
  return {
    x: x + column * cell + depth * dx,
    y: y + row * cell + depth * dy,
    width: cell,
    height: cell,
  };
}

/** The top and the right side of a box between two depths, 0..1. */
function sides({ x, y, cell, n, dx, dy }: Slab, from: number, to: number): string {
  const side = n * cell;
  const p = (px: number, py: number, depth: number) =>
    `${round(px + depth * dx)},${round(py + depth * dy)}`;
  const top = `M${p(x, y, from)}L${p(x + side, y, from)}L${p(x + side, y, to)}L${p(x, y, to)}Z`;
  const right = `M${p(x + side, y, from)}L${p(x + side, y, to)}L${p(x + side, y + side, to)}L${p(x + side, y + side, from)}Z`;
  return top + right;
}

function drawInput(side: Group, pixels: Group, letters: Group, { model, where, fly }: Scene): void {
  const { size, block } = model;
  const { x } = where;
  lines(side, [
    { path: sides(x, 0, 1), fill: colour.panel, stroke: colour.muted, strokeWidth: 0.75 },
  ]);
  const cells: Box[] = [];
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

/** How far phase (dy, dx) has flown; the deepest leaves first, so that none flies through another. */
function flown({ block }: Model, fly: number, dy: number, dx: number): number {
  const phases = block * block;
  return stagger(fly, phases - 1 - (block * dx + dy), phases, 0.5);
}

interface Band {
  dy: number;
  dx: number;
}

/** X': one band of channels a phase, the last at the back. */
function drawPacked(group: Group, scene: Scene): void {
  const { model, where, fly } = scene;
  const { block, small } = model;
  const phases = block * block;
  const data = Array.from({ length: phases }, (_, i): Band => {
    const o = phases - 1 - i;
    return { dy: o % block, dx: Math.floor(o / block) };
  });
  const bands = group
    .selectChildren<SVGGElement, Band>('g')
    .data(data)
    .join('g')
    .attr('visibility', ({ dy, dx }) =>
      flown(model, fly, dy, dx) > 0 ? 'visible' : 'hidden',
    ) as unknown as Group;
  bands.each(function (d) {
    const { dy, dx } = d as unknown as Band;
    const self = bands.filter((_, i, nodes) => nodes[i] === this);
    const o = block * dx + dy;
    const fill = phaseColour(block, dy, dx);
    const away = flown(model, fly, dy, dx);
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
      Array.from({ length: small * small }, (_, i): Box => {
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

/** How many windows have written. */
function written({ model, window, walk }: Scene): number {
  if (window < 0.6) return 0;
  return 1 + Math.floor(walk * (model.small * model.small - 1) + 1e-9);
}

function drawOutput(side: Group, group: Group, scene: Scene): void {
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
    Array.from({ length: small * small }, (_, i): Box => {
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

/** The window stands through the whole depth of X'. */
function drawWindow(rays: Group, frame: Group, scene: Scene, { narrow }: Context): void {
  const { model, where, window, walk, cost } = scene;
  const { kernel, before, small } = model;
  const { packed, output } = where;
  const index = Math.max(0, written(scene) - 1);
  const [row, column] = [Math.floor(index / small), index % small];
  const opacity = Math.min(1, 2 * window) * (1 - cost) * (walk < 1 ? 1 : 1 - cost);
  const corner = face(packed, row - before, column - before);
  const side = kernel * packed.cell;
  const back = { x: corner.x + packed.dx, y: corner.y + packed.dy };
  const edge = (ax: number, ay: number) =>
    `M${round(corner.x + ax)},${round(corner.y + ay)}L${round(back.x + ax)},${round(back.y + ay)}`;
  const cell = face(output, row, column);
  const near = `${round(corner.x + side)},`;
  lines(rays, [
    {
      path: `${edge(0, 0)}${edge(side, 0)}${edge(side, side)}M${round(back.x)},${round(back.y)}h${round(side)}v${round(side)}`,
      stroke: colour.ink,
      strokeWidth: 1.25,
      opacity: 0.8 * opacity,
    },
    {
      path: `M${near}${round(corner.y)}L${round(cell.x)},${round(cell.y)}M${near}${round(corner.y + side)}L${round(cell.x)},${round(cell.y + cell.height)}`,
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
  group: Group,
  words: Group,
  { model, where, fly, window, words: { arrows } }: Scene,
): void {
  const shown = [Math.min(1, 4 * fly), Math.min(1, 2 * window)];
  const path = ({ from, to }: Arrow) => {
    const [x, y] = to;
    const head = from[0] === x ? `m-4,-6l4,6l4,-6` : `m-6,-4l6,4l-6,4`;
    return `M${round(from[0])},${round(from[1])}L${round(x)},${round(y)}${head}`;
  };
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
  labels(
    words,
    where.arrows.flatMap((arrow, i) =>
      arrow.words.map((at, j) => ({
        ...at,
        text: texts[i][j],
        size: 13,
        weight: j === 0 ? 600 : 400,
        fill: j === 0 ? colour.ink : colour.muted,
        opacity: shown[i],
      })),
    ),
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
      {
        ...where.names[i],
        y: where.names[i].y + 18,
        text: words.numbers(thousands(count)),
        size: 13,
        fill: colour.muted,
        opacity,
      },
    ]),
  );
}

function drawCosts(
  group: Group,
  words: Group,
  { model, where, walk, cost, words: dictionary }: Scene,
  { narrow }: Context,
): void {
  const { bars } = where;
  const { costs } = model;
  const [strided] = costs;
  const bands: Box[] = [];
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
    const drawn = entry.wiring === 'spd';
    const fill = entry.wiring === 'strided' ? colour.strided : colour.spd;
    const note = entry.wiring === 'published' && narrow ? dictionary.publishedNote : '';
    texts.push({
      x: bars.nameX,
      y: y + 14,
      text: wiringName(dictionary, entry.wiring, model) + note,
      size: 13.5,
      weight: drawn ? 600 : 400,
      opacity: Math.min(1, 3 * shown),
    });
    (['weights', 'macs'] as const).forEach((measure, j) => {
      const column = bars.columns[j];
      const value = entry[measure];
      const most = Math.max(...costs.map((c) => c[measure]));
      const text = `${short(value)} (${times(value, strided[measure])})`;
      const room = column.width - textWidth('88.8 M (×8.8)', 13) - 8;
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

function drawHighlight(group: Group, params: Params, where: Layout, { highlight }: Context): void {
  const keys = highlight ? [highlight, ...linked(params, highlight)] : [];
  const slabs: Record<string, Slab> = { x: where.x, p: where.packed, y: where.output };
  group.attr('pointer-events', 'none');
  boxes(
    group,
    keys.map((key, i) => {
      const { grid, row, column } = parseCell(key);
      return {
        ...face(slabs[grid], row, column),
        stroke: colour.ink,
        strokeWidth: i === 0 ? 3 : 2,
      };
    }),
  );
}
