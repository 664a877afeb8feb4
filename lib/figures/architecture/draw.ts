import type { Context } from '../figure.ts';
import { letter } from '../kit/letters.ts';
import { boxes, type Group, type Label, labels, lines, stage, strongWidth } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { mix } from '../kit/timeline.ts';
import { type Badge, drawBadges } from './badges.ts';
import { drawBoxes, drawNames } from './boxes.ts';
import { wires } from './edges.ts';
import { beginOf, type Layout, layout } from './layout.ts';
import { modelOf, type Params } from './model.ts';
import { netNames } from './names.ts';
import { drawPanel } from './panel.ts';
import { drawnSlots, marksOf, momentAt, type Scene } from './scene.ts';
import { slotOfCell } from './slots.ts';
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
  // On a slide there is no room for a layer's numbers: only what is pointed at is framed.
  const usual = context.layout === 'projector' ? -1 : params.layer;
  const chosen = context.lit ? slotOfCell(context.lit.cells[0]) : usual;
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
  // On a slide a layer is told by its place and its colour.
  if (context.layout !== 'projector') drawNames(layer('names'), scene);
  drawMarks(layer('badges'), layer('badge-words'), scene);
  drawHeading(layer('heading'), scene);
  drawPanel(layer, scene);
}

/** One stretch for each size of map: further down, smaller maps. */
function drawBands(group: Group, texts: Group, { words, where, at, drawn }: Scene): void {
  const { bands, layout: form, columns, headerY } = where;
  const narrow = form === 'narrow';
  const large = form === 'projector';
  const edge = narrow ? 2 : 4;
  const seen = drawn.filter(({ opacity }) => opacity > 0.1).map(({ place }) => place);
  const shown = ({ used: [strided, spd] }: Layout['bands'][number]) =>
    mix(strided ? 1 : 0.3, spd ? 1 : 0.3, at.whole);
  boxes(
    group,
    bands.map((band) => ({
      x: edge,
      y: band.top,
      width: band.right - edge,
      height: band.bottom - band.top,
      fill: colour.panel,
      radius: 4,
      opacity: shown(band),
    })),
  );
  labels(texts, [
    ...bands.map(
      ({ side, top, bottom }): Label => ({
        x: edge + 6,
        y: large ? (top + bottom) / 2 + 6 : top + (narrow ? 17 : 20),
        text: narrow ? String(side) : `${side}²`,
        size: narrow ? 12 : 13,
        fill: colour.muted,
      }),
    ),
    { x: edge + 6, y: headerY, text: words.map, size: 12, fill: colour.muted },
    ...columns.map(
      ({ name, label, above }): Label => ({
        ...label,
        y: above ? beginOf(seen, name) - 8 : headerY,
        text: words.columns[name],
        size: narrow ? 12 : 13,
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
          : where.layout === 'narrow'
            ? place.x + place.width / 2 - 10
            : place.x,
        y: place.y - place.height / 2 + 1,
        u,
        opacity: at.marks * (mark.fate === 'removed' ? opacity : 1) * (strided ? 1 : u),
      },
    ];
  });
  drawBadges(back, front, words, badges, where.layout);
}

/** Both names, that of the net that is drawn in bold. */
function drawHeading(group: Group, { words, model, where, at }: Scene): void {
  const { graphs, data } = model;
  const narrow = where.layout === 'narrow';
  const names = netNames(words, model.params);
  const { height, width, channels } = graphs[0].picture;
  const size = narrow ? 14 : 17;
  const x = narrow ? 4 : 6;
  const drawn = letter(where.layout, size);
  const first = strongWidth(names[0], drawn) + drawn / 2;
  const weight = (shown: boolean) => (shown ? 600 : 400);
  const input = words.input(height, width, channels, graphs[0].classes, words.data[data]);
  const spd = at.whole >= 0.5;
  labels(group, [
    { x, y: 20, text: names[0], size, weight: weight(!spd), fill: colour.strided },
    { x: x + first, y: 20, text: '→', size, fill: colour.muted },
    {
      x: x + first + drawn * 1.4,
      y: 20,
      text: names[1],
      size,
      weight: weight(spd),
      fill: colour.spd,
    },
    narrow
      ? { x, y: 38, text: input, size: 12, fill: colour.muted }
      : { x: where.width - 6, y: 20, text: input, size: 13, anchor: 'end', fill: colour.muted },
  ]);
}
