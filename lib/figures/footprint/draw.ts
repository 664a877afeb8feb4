import type { Context } from '../figure.ts';
import { phaseColour } from '../kit/hues.ts';
import { drawLinks } from '../kit/lit.ts';
import {
  boxes,
  type Group,
  type Label,
  type Line,
  labels,
  lines,
  type RectMark,
  stage,
} from '../kit/marks.ts';
import { thousands } from '../kit/numbers.ts';
import { colour, phaseLetter } from '../kit/palette.ts';
import { polyline } from '../kit/path.ts';
import { mix } from '../kit/timeline.ts';
import { SIZES, sizeOf } from './layout.ts';
import { drawMaps, drawNumbers } from './maps.ts';
import {
  columnsOf,
  extremes,
  levelAt,
  modelOf,
  type Params,
  phasesOf,
  ratioText,
  stackNames,
} from './model.ts';
import type { Scene } from './scene.ts';
import type { FootprintWords } from './words.ts';

export function draw(
  words: FootprintWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const { map, top, bars, lefts } = SIZES[context.layout];
  const model = modelOf(params);
  const names = stackNames(words, params);
  const scene: Scene = {
    words,
    model,
    level: levelAt(params, t),
    panels: [
      { side: model.strided, name: names.strided, hue: colour.strided, x: lefts[0] },
      { side: model.spd, name: names.spd, hue: colour.spd, x: lefts[1] },
    ],
    layout: context.layout,
    map,
    top,
    bars,
  };
  const layer = stage(svg, 'footprint', params, context, sizeOf(context));
  drawMaps(layer('maps'), scene);
  drawNumbers(layer('numbers'), scene);
  drawBars(layer('bars'), layer('mean'), scene);
  drawPhases(layer('phases'), layer('letters'), scene);
  drawWords(layer('words'), scene);
  drawLinks(layer('highlight'), context.lit);
}

/** Paths by column, relative to their mean. */
function drawBars(
  group: Group,
  means: Group,
  { model, level, panels, map, top, bars }: Scene,
): void {
  const cell = map / model.window;
  const base = top - 6;
  const now = Math.floor(level);
  const next = Math.ceil(level);
  const data = panels.flatMap(({ side, hue, x }) => {
    const [a, b] = [now, next].map((n) => columnsOf(side.planes[n], model.window));
    return a.map((v, i): RectMark => {
      const height = (Math.min(2.2, mix(v, b[i], level - now)) * bars) / 2.2;
      return {
        x: x + i * cell + 0.5,
        y: base - height,
        width: cell - 1,
        height,
        fill: hue,
        fillOpacity: 0.75,
      };
    });
  });
  boxes(group, data);
  lines(
    means,
    panels.map(
      ({ x }): Line => ({
        path: polyline([
          [x, base - bars / 2.2],
          [x + map, base - bars / 2.2],
        ]),
        stroke: colour.ink,
        dash: '2 3',
      }),
    ),
  );
}

/** The mean of each phase of the 2 x 2 blocks, relative to the mean of all. */
function drawPhases(group: Group, letters: Group, scene: Scene): void {
  const { model, level, panels, layout, map, top } = scene;
  const [narrow, large] = [layout === 'narrow', layout === 'projector'];
  const side = narrow ? 62 : large ? 60 : 64;
  const high = narrow ? 24 : large ? 32 : 26;
  const y = large ? top + map - 2 * high - 5 : top + map + (narrow ? 66 : 14);
  const cells: RectMark[] = [];
  const texts: Label[] = [];
  for (const { side: stack, x } of panels) {
    const phases = phasesOf(stack.planes[Math.round(level)], model.window);
    const left = narrow ? x : large ? x + map + 14 : x + map - 2 * side - 5;
    for (const dy of [0, 1])
      for (const dx of [0, 1]) {
        const box = {
          x: left + dx * (side + 5),
          y: y + dy * (high + 5),
          width: side,
          height: high,
        };
        const hue = phaseColour(2, dy, dx);
        cells.push({ ...box, fill: colour.paper, stroke: hue, strokeWidth: 2 });
        texts.push({
          x: box.x + side / 2,
          y: box.y + high / 2,
          text: `${phaseLetter(2, dy, dx)} ${phases[2 * dx + dy].toFixed(2)}`,
          size: 13,
          anchor: 'middle',
          weight: 600,
        });
      }
  }
  boxes(group, cells);
  labels(letters, texts, true);
}

function drawWords(group: Group, scene: Scene): void {
  const { words, level, panels, layout, map, top, bars } = scene;
  const [narrow, large] = [layout === 'narrow', layout === 'projector'];
  const { drawing } = words;
  const times = Math.round(level);
  const said = drawing.times[times];
  const texts = panels.flatMap(({ side, name, hue, x }): Label[] => {
    const range = extremes(side.planes[times]);
    const muted = { fill: colour.muted, size: narrow ? 12 : 13 };
    const counts = side.own
      ? drawing.own
      : range.most === range.least
        ? drawing.each(thousands(range.most))
        : drawing.range(thousands(range.least), thousands(range.most));
    const bottom = top + map;
    return narrow
      ? [
          { x, y: 14, text: name.short, size: 13, weight: 600 },
          { x, y: 30, text: said, ...muted },
          { x, y: bottom + 18, text: counts, size: 12.5, fill: hue, weight: 600 },
          { x, y: bottom + 36, text: ratioText(words, range), ...muted },
          { x, y: bottom + 56, text: drawing.phasesShort, ...muted },
        ]
      : large
        ? [
            { x, y: 20, text: `${name.name}, ${said}`, size: 14, weight: 600 },
            { x, y: bottom + 21, text: counts, size: 14, fill: hue, weight: 600 },
            { x, y: bottom + 42, text: ratioText(words, range), ...muted },
            ...drawing.phasesShort.split(', ').map((text, i) => ({
              x: x + map + 14,
              y: bottom - 102 + 20 * i,
              text,
              ...muted,
            })),
          ]
        : [
            { x, y: 18, text: `${name.name}, ${said}`, size: 14, weight: 600 },
            { x, y: bottom + 26, text: counts, size: 14, fill: hue, weight: 600 },
            { x, y: bottom + 46, text: ratioText(words, range), ...muted },
            { x, y: bottom + 66, text: drawing.phases, ...muted },
          ];
  });
  // Over those of space-to-depth, which are flat and leave room.
  const base = top - 6 - bars / 2.2;
  texts.push({ x: panels[1].x, y: base - 6, text: drawing.bars, size: 12, fill: colour.muted });
  labels(group, texts);
}
