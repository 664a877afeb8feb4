import type { Context } from '../figure.ts';
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
import { colour } from '../kit/palette.ts';
import { mix } from '../kit/timeline.ts';
import { type Badge, drawBadges } from './badges.ts';
import { wires } from './edges.ts';
import { type Layout, layout } from './layout.ts';
import { cellOfSlot, neighbours, slotOfCell } from './links.ts';
import { modelOf, type Params } from './model.ts';
import { netNames, shortName } from './names.ts';
import { drawPanel } from './panel.ts';
import { drawnSlots, marksOf, momentAt, type Scene } from './scene.ts';
import type { ArchitectureWords } from './words.ts';

export function draw(
  words: ArchitectureWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const model = modelOf(params);
  const where = layout(model, context);
  const at = momentAt(model, t);
  const chosen = context.highlight ? slotOfCell(context.highlight) : params.layer;
  const drawn = drawnSlots(model, where, at);
  const scene: Scene = {
    words,
    model,
    where,
    at,
    drawn,
    marks: marksOf(model.steps, model),
    chosen,
  };
  const layer = stage(svg, 'architecture', params, context, where);
  drawBands(layer('bands'), layer('band-words'), scene);
  drawWires(layer('wires'), scene);
  drawBoxes(layer('boxes'), scene);
  drawNames(layer('names'), scene);
  drawMarks(layer('badges'), layer('badge-words'), scene);
  drawHeading(layer('heading'), scene);
  drawPanel(layer, scene);
}

/** One stretch for each size of map: further down, smaller maps. */
function drawBands(group: Group, texts: Group, { words, where, at }: Scene): void {
  const { bands, right, narrow, columns, headerY } = where;
  const edge = narrow ? 2 : 4;
  const shown = ({ used: [strided, spd] }: Layout['bands'][number]) =>
    mix(strided ? 1 : 0.3, spd ? 1 : 0.3, at.whole);
  boxes(
    group,
    bands.map((band) => ({
      x: edge,
      y: band.top,
      width: right - edge,
      height: band.bottom - band.top,
      fill: colour.panel,
      radius: 4,
      opacity: shown(band),
    })),
  );
  labels(texts, [
    ...bands.map(
      ({ side, top }): Label => ({
        x: edge + 6,
        y: top + (narrow ? 17 : 20),
        text: narrow ? String(side) : `${side}²`,
        size: narrow ? 12 : 13,
        fill: colour.muted,
      }),
    ),
    { x: edge + 6, y: headerY, text: words.map, size: 12, fill: colour.muted },
    ...columns.map(
      ({ name, x }): Label => ({
        x,
        y: headerY,
        text: words.columns[name],
        size: narrow ? 12 : 13,
        anchor: 'middle',
        fill: colour.muted,
      }),
    ),
  ]);
}

function drawWires(group: Group, { model, where, drawn, chosen }: Scene): void {
  const all = wires(model, where, drawn);
  const near = (from: number, to: number) => from === chosen || to === chosen;
  const style = (from: number, to: number) =>
    near(from, to)
      ? { stroke: colour.ink, strokeWidth: 2 }
      : { stroke: colour.muted, strokeWidth: 1.2 };
  lines(group, [
    ...all.map(({ path, from, to, opacity }) => ({ path, opacity, ...style(from, to) })),
    ...all.map(({ head, from, to, opacity }) => ({
      path: head,
      opacity,
      stroke: 'none',
      fill: near(from, to) ? colour.ink : colour.muted,
    })),
  ]);
}

/** Every layer a box, filled from the left by its share of the larger net's cost. */
function drawBoxes(group: Group, { model, where, drawn, marks, at, chosen }: Scene): void {
  const { bars } = model.params;
  const most = Math.max(...[...model.strided, ...model.spd].map((layer) => layer[bars]));
  const mark = new Map(marks.map((m) => [m.slot, m]));
  const near = new Set(neighbours(model, chosen));
  const { picture } = where;
  const corner = (p: { x: number; y: number; width: number; height: number }) => ({
    x: p.x - p.width / 2,
    y: p.y - p.height / 2,
    width: p.width,
    height: p.height,
    radius: 3,
  });
  const data = drawn.flatMap(({ slot, place, opacity, strided, spd, u }): Box[] => {
    const own = mark.get(slot);
    const box = corner(place);
    const cost = mix((strided ?? spd)?.[bars] ?? 0, (spd ?? strided)?.[bars] ?? 0, u);
    // A layer that comes anew grows its bar as it appears.
    const shown = strided ? cost : cost * u;
    const full = (box.width * shown) / most;
    const turned = own && (own.fate === 'replaced' || own.fate === 'added') && !own.same;
    const [red, blue] =
      own && !own.same ? [at.marks * (turned ? 1 - u : 1), turned ? at.marks * u : 0] : [0, 0];
    const outline = (stroke: string, part: number) => ({
      ...box,
      stroke,
      strokeWidth: 2,
      opacity: part * opacity,
    });
    return [
      {
        ...box,
        fill: colour.paper,
        stroke: near.has(slot) ? colour.ink : colour.line,
        opacity,
        cell: opacity > 0.5 ? cellOfSlot(slot) : undefined,
      },
      {
        ...box,
        width: full,
        fill: colour.muted,
        fillOpacity: 0.28,
        opacity: opacity * (1 - red - blue),
      },
      { ...box, width: full, fill: colour.strided, fillOpacity: 0.3, opacity: opacity * red },
      { ...box, width: full, fill: colour.spd, fillOpacity: 0.3, opacity: opacity * blue },
      outline(colour.strided, red),
      outline(colour.spd, blue),
      {
        ...corner({ ...place, width: place.width + 6, height: place.height + 6 }),
        radius: 5,
        stroke: colour.ink,
        strokeWidth: 2.5,
        opacity: slot === chosen ? opacity : 0,
      },
    ];
  });
  boxes(group, [
    { ...corner(picture), fill: colour.paper, stroke: colour.line, dash: '3 3' },
    ...data,
  ]);
  // Only the first of a layer's shapes answers to the pointer.
  group
    .selectChildren<SVGRectElement, Box>('rect')
    .attr('pointer-events', (d) => (d.cell ? 'all' : 'none'))
    .attr('cursor', (d) => (d.cell ? 'pointer' : 'auto'));
}

/** What stands in a box: its name and, where there is room, the channels that it gives. */
function drawNames(group: Group, { words, where, drawn, model }: Scene): void {
  const { narrow, picture } = where;
  const size = narrow ? 12 : 13;
  const { height, channels } = model.graphs[0].picture;
  const name = (x: number, y: number, width: number, text: string, opacity: number): Label => ({
    x: narrow ? x : x - width / 2 + 9,
    y,
    text,
    size,
    anchor: narrow ? 'middle' : 'start',
    opacity,
  });
  const texts = drawn.flatMap(({ place, strided, spd, u, opacity }): Label[] => {
    const { x, y, width } = place;
    const [before, after] = [strided && shortName(words, strided), spd && shortName(words, spd)];
    const [fewer, more] = [strided?.output.channels, spd?.output.channels];
    const end = (text: number | undefined, part: number): Label[] =>
      narrow ||
      text === undefined ||
      textWidth(shortNameOf(part, before, after), size) + textWidth(String(text), 12) > width - 26
        ? []
        : [
            {
              x: x + width / 2 - 7,
              y,
              text: String(text),
              size: 12,
              anchor: 'end',
              fill: colour.muted,
              opacity: part,
            },
          ];
    const one = (text: string | undefined, part: number) =>
      text === undefined ? [] : [name(x, y, width, text, round(part))];
    return [
      ...(before === after
        ? one(before, opacity)
        : [...one(before, (1 - u) ** 2), ...one(after, u ** 2)]),
      ...(fewer === more
        ? end(fewer, opacity)
        : [...end(fewer, (1 - u) ** 2), ...end(more, u ** 2)]),
    ];
  });
  labels(
    group,
    [
      name(
        picture.x,
        picture.y,
        picture.width,
        narrow ? `${height}²×${channels}` : words.picture(channels),
        1,
      ),
      ...texts,
    ],
    true,
  );
}

const shortNameOf = (_: number, a: string | undefined, b: string | undefined) =>
  (a ?? '').length > (b ?? '').length ? (a ?? '') : (b ?? '');

function drawMarks(back: Group, front: Group, { words, marks, drawn, at, where }: Scene): void {
  const badges = marks.flatMap((mark): Badge[] => {
    const { place, u, opacity, strided } = drawn[mark.slot];
    if (!mark.first) return [];
    const past = mark.fate === 'stays';
    return [
      {
        ...mark,
        x: !past
          ? place.x - place.width / 2 - 1
          : where.narrow
            ? place.x + place.width / 2 - 10
            : place.x,
        y: place.y - place.height / 2 + 1,
        u,
        opacity: at.marks * (mark.fate === 'removed' ? opacity : 1) * (strided ? 1 : u),
      },
    ];
  });
  drawBadges(back, front, words, badges);
}

/** Both names, the one that is drawn in full ink. */
function drawHeading(group: Group, { words, model, where, at }: Scene): void {
  const { graphs, data } = model;
  const names = netNames(words, model.params);
  const { height, width, channels } = graphs[0].picture;
  const size = where.narrow ? 14 : 17;
  const x = where.narrow ? 4 : 6;
  // Semi-bold, and full of capitals.
  const first = textWidth(names[0], size) * 1.12 + 6;
  const shown = (u: number) => 0.55 + 0.45 * u;
  const input = words.input(height, width, channels, graphs[0].classes, words.data[data]);
  labels(group, [
    {
      x,
      y: 20,
      text: names[0],
      size,
      weight: 600,
      fill: colour.strided,
      opacity: shown(1 - at.whole),
    },
    { x: x + first, y: 20, text: '→', size, fill: colour.muted },
    {
      x: x + first + size * 1.4,
      y: 20,
      text: names[1],
      size,
      weight: 600,
      fill: colour.spd,
      opacity: shown(at.whole),
    },
    where.narrow
      ? { x, y: 38, text: input, size: 12, fill: colour.muted }
      : { x: 754, y: 20, text: input, size: 13, anchor: 'end', fill: colour.muted },
  ]);
}
