// The layers.
import {
  boxes,
  type Group,
  type Label,
  labels,
  type RectMark,
  round,
  textWidth,
} from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { mix } from '../kit/timeline.ts';
import { shortName } from './names.ts';
import type { Scene } from './scene.ts';
import { cellOfSlot, neighbours } from './slots.ts';

/** How strong a bar is behind the words that stand in it. */
export const BAR = 0.24;

/** Every layer a box, filled from the left by its share of the larger net's cost. */
export function drawBoxes(group: Group, { model, where, drawn, marks, at, chosen }: Scene): void {
  const { bars } = model.params;
  const most = Math.max(...[...model.strided, ...model.spd].map((layer) => layer[bars]));
  const mark = new Map(marks.map((m) => [m.slot, m]));
  const near = new Set(neighbours(model, chosen));
  const { picture } = where;
  const named = where.layout !== 'projector';
  const corner = (p: { x: number; y: number; width: number; height: number }) => ({
    x: p.x - p.width / 2,
    y: p.y - p.height / 2,
    width: p.width,
    height: p.height,
    radius: 3,
  });
  const data = drawn.flatMap(({ slot, place, opacity, strided, spd, u }): RectMark[] => {
    const own = mark.get(slot);
    const box = corner(place);
    const cost = mix((strided ?? spd)?.[bars] ?? 0, (spd ?? strided)?.[bars] ?? 0, u);
    // A layer that comes anew grows its bar as it appears.
    const shown = strided ? cost : cost * u;
    const full = (box.width * shown) / most;
    const filled = full > 0 ? opacity : 0;
    const hued = own !== undefined && !own.same;
    const turned = hued && (own.fate === 'replaced' || own.fate === 'added');
    const [red, blue] = hued
      ? [at.marks * (turned ? 1 - u : 1), turned ? at.marks * u : 0]
      : [0, 0];
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
        fillOpacity: BAR,
        opacity: filled * (1 - red - blue),
      },
      // What never shows is not drawn: a page holds many boxes.
      ...(hued
        ? [
            { ...box, width: full, fill: colour.strided, fillOpacity: BAR, opacity: filled * red },
            { ...box, width: full, fill: colour.spd, fillOpacity: BAR, opacity: filled * blue },
          ]
        : []),
      ...(strided && spd && Math.abs(strided[bars] - spd[bars]) * box.width > 3 * most
        ? [
            {
              // How far the strided layer's bar went, where the other one's ends elsewhere: below the name.
              x: box.x + (box.width * strided[bars]) / most - 1,
              y: named ? place.y + 5.5 : box.y + 1,
              width: 2,
              height: named ? box.height / 2 - 4.5 : box.height - 2,
              fill: colour.strided,
              opacity: u * opacity,
            },
          ]
        : []),
      ...(hued ? [outline(colour.strided, red), outline(colour.spd, blue)] : []),
      {
        ...corner({ ...place, width: place.width + 6, height: place.height + 6 }),
        radius: 5,
        stroke: colour.ink,
        strokeWidth: 2.5,
        opacity: slot === chosen ? opacity : 0,
      },
    ];
  });
  // Only the first of a layer's shapes answers to the pointer.
  boxes(group, [
    { ...corner(picture), fill: colour.paper, stroke: colour.line, dash: '3 3' },
    ...data,
  ])
    .attr('pointer-events', (d) => (d.cell ? 'all' : 'none'))
    .attr('cursor', (d) => (d.cell ? 'pointer' : 'auto'));
}

/** What stands in a box: its name and, where there is room, the channels that it gives. */
export function drawNames(group: Group, { words, where, drawn, model }: Scene): void {
  const { picture } = where;
  const narrow = where.layout === 'narrow';
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
