import type { Context } from '../figure.ts';
import { letter } from '../kit/letters.ts';
import { boxes, type Group, type Label, labels, lines, stage, strongWidth } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { mix } from '../kit/timeline.ts';
import { type Badge, badgeWidth, drawBadges } from './badges.ts';
import { drawBoxes, drawNames } from './boxes.ts';
import { wires } from './edges.ts';
import { beginOf, type Layout, layout } from './layout.ts';
import { type Model, modelOf, type Params } from './model.ts';
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
function drawBands(group: Group, texts: Group, { words, model, where, at, drawn }: Scene): void {
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
    ...bands
      .filter(({ used: [strided, spd] }) => strided && !spd)
      .map(
        ({ top, bottom, right }): Label => ({
          x: (edge + right) / 2,
          y: (top + bottom) / 2 + 4,
          text: words.unreached,
          size: narrow ? 12 : 13,
          anchor: 'middle',
          fill: colour.muted,
          opacity: at.whole,
        }),
      ),
    { x: edge + 6, y: headerY, text: words.map, size: 12, fill: colour.muted },
    ...columns.map(
      ({ name, x, above }): Label => ({
        x,
        anchor: 'middle',
        y: !above
          ? headerY
          : name === 'shortcut'
            ? overBranch(model, drawn)
            : freeOf(beginOf(seen, name) - 8, seen),
        text: words.columns[name],
        size: narrow ? 12 : 13,
        fill: colour.muted,
      }),
    ),
  ]);
}

/** Above the wire that leads to the first shortcut. */
function overBranch({ slots }: Model, drawn: Scene['drawn']): number {
  const first = drawn.find(({ strided, spd }) => (strided ?? spd)?.shortcut);
  const source = slots.findIndex(({ strided, spd }) =>
    first?.strided ? strided === first.strided.from[0] : spd === first?.spd?.from[0],
  );
  const { y, height } = drawn[source].place;
  return y + height / 4 - 5;
}

/** The baseline of a column's name, or the next one above it where no line to the head runs through the name. */
function freeOf(y: number, seen: readonly Scene['drawn'][number]['place'][]): number {
  const line = seen.find((box) => box.column === 'head' && box.y < y + 4 && box.y > y - 14);
  return line ? line.y - line.height / 2 - 8 : y;
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

function drawMarks(
  back: Group,
  front: Group,
  { words, model, marks, drawn, at, where }: Scene,
): void {
  // On a phone it ends where its box ends, for the totals are near, and lies higher, clear of the name.
  const narrow = where.layout === 'narrow';
  const [inset, raise] = narrow ? [badgeWidth(words.staysBadge, where.layout) / 2 - 3, 5] : [-1, 3];
  const badges = marks.flatMap((mark): Badge[] => {
    const { place, u, strided } = drawn[mark.slot];
    if (!mark.first) return [];
    const past = mark.fate === 'stays';
    const top = place.y - place.height / 2 + (past ? -raise : 1);
    // Another layer comes to stand where one was removed: its mark goes up to the gap that it left.
    const read = model.slots.findIndex((slot) => slot.strided === strided?.from[0]);
    const above = mark.fate === 'removed' ? drawn[read]?.place : undefined;
    const gone = above ? above.y + above.height / 2 + 4 : top;
    return [
      {
        ...mark,
        // A wire comes into a shortcut from above: its badge stands beside it. On a phone names begin near the edge.
        x: past ? place.x + place.width / 2 - inset : place.x - place.width / 2 - (narrow ? 4 : 1),
        y: mix(top, gone, u),
        u,
        opacity: at.marks * (strided ? 1 : u),
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
