import type { Fate } from '#lib/model/compare.ts';
import { macsText } from '../kit/macs.ts';
import { boxes, type Label, type Layers, labels, type RectMark } from '../kit/marks.ts';
import { thousands } from '../kit/numbers.ts';
import { colour } from '../kit/palette.ts';
import { type Badge, badgeText, badgeWidth, drawBadges } from './badges.ts';
import { BAR } from './boxes.ts';
import { ratio } from './describe.ts';
import { drawDetails } from './details.ts';
import type { Model } from './model.ts';
import type { Scene } from './scene.ts';
import type { ArchitectureWords } from './words.ts';

/** Beside the net: what both cost, what the marks mean, and the chosen layer in both. */
export function drawPanel(layer: Layers, scene: Scene): void {
  const { panel, layout } = scene.where;
  drawTotals(layer, scene);
  const next = drawLegend(layer, scene, panel.y);
  if (layout !== 'projector') drawDetails(layer, scene, next + (layout === 'narrow' ? 10 : 20));
}

/** Parameters and MACs of both nets as bars. */
function drawTotals(layer: Layers, { words, model, where, at }: Scene): void {
  const { layout, totals: place, stacked } = where;
  const large = layout === 'projector';
  const step = large ? 84 : layout === 'narrow' ? 62 : 66;
  const bars: RectMark[] = [];
  const texts: Label[] = [];
  const width = stacked ? place.width : place.width / 2 - 10;
  const room = width - (large ? 100 : 84);
  (['parameters', 'macs'] as const).forEach((what, i) => {
    const x = place.x + (stacked ? 0 : i * (width + 20));
    const y = place.y + (stacked ? i * step : 0);
    const totals = model.graphs.map((graph) => graph[what]);
    const title = { size: 13, weight: 600 };
    texts.push(
      { ...title, x, y, text: words.totals[what] },
      {
        ...title,
        x: x + width,
        y,
        text: ratio(model, what),
        anchor: 'end',
        fill: colour.spd,
        opacity: at.whole,
      },
    );
    totals.forEach((total, side) => {
      const shown = side === 0 ? 1 : at.whole;
      const row = y + 8 + (large ? 26 : 20) * side;
      bars.push({
        x,
        y: row,
        width: (room * total * shown) / Math.max(...totals),
        height: large ? 20 : 14,
        fill: side === 0 ? colour.strided : colour.spd,
        radius: 2,
      });
      texts.push({
        x: x + width,
        y: row + (large ? 16 : 12),
        text: what === 'macs' ? macsText(total) : thousands(total),
        size: 13,
        anchor: 'end',
        opacity: shown,
      });
    });
  });
  boxes(layer('totals'), bars);
  labels(layer('totals-words'), texts);
}

/** A line of the legend; without a fate it is only words, or the key of a box. */
interface Row {
  fate?: Fate;
  same: boolean;
  text: string;
  box?: boolean;
}

/** The key of a box: how large it is, and how far its fill and its line go. */
const KEY = { width: 26, height: 14, fill: 17, line: 9 };

/** One line for each kind of step that this pair has. */
function legendRows({ legend }: ArchitectureWords, { steps, params }: Model): Row[] {
  const n = (fate: Fate, same = false) =>
    steps.filter((step) => step.fate === fate && step.same === same).length;
  const neck = steps.filter(({ stage }) => stage === 'neck').length;
  const row = (fate: Fate, text: string, same = false): Row[] =>
    n(fate, same) > 0 ? [{ fate, same, text }] : [];
  return [
    // All of them first: a line of the others is about a part.
    ...(neck > 0 ? [{ same: false, text: legend.places(steps.length - neck, neck) }] : []),
    ...row('replaced', legend.same, true),
    ...row('replaced', legend.replaced(n('replaced'))),
    ...row('removed', legend.removed(n('removed'))),
    ...row('added', legend.added),
    ...row('stays', legend.stays(n('stays'))),
    { same: false, text: legend.bars[params.bars], box: true },
  ];
}

function drawLegend(layer: Layers, { words, model, where, at }: Scene, top: number): number {
  const { layout, panel } = where;
  const [narrow, large] = [layout === 'narrow', layout === 'projector'];
  const step = large ? 30 : 21;
  const rows = legendRows(words, model);
  const same = rows.some((row) => row.same) ? 1 : 0;
  const inRow = narrow ? 2 : 1;
  const place = (i: number) => ({
    x: panel.x + ((i % inRow) * panel.width) / inRow,
    y: top + Math.floor(i / inRow) * step,
  });
  // Mere words begin a line, and the key of a box stands behind them or after all others.
  const mere = rows.findIndex(({ fate, box }) => !fate && !box);
  let taken = 0;
  const cells = rows.map(({ fate, box }) => {
    if (box && narrow && mere >= 0) return 1;
    const cell = taken;
    taken += fate || box ? 1 : inRow;
    return cell;
  });
  const badges = rows.flatMap((row, i): Badge[] => {
    if (!row.fate) return [];
    const badge = { fate: row.fate, same: row.same, number: row.same ? 1 : same + 1 };
    const { x, y } = place(cells[i]);
    return [
      {
        ...badge,
        x: x + badgeWidth(badgeText(words, badge), layout) / 2,
        y,
        u: at.whole,
        opacity: at.marks,
      },
    ];
  });
  drawBadges(layer('legend'), layer('legend-signs'), words, badges, layout);
  const keys = rows.flatMap(({ box }, i): RectMark[] => {
    if (!box) return [];
    const { x, y } = place(cells[i]);
    const frame = { x, y: y - KEY.height / 2, width: KEY.width, height: KEY.height, radius: 3 };
    return [
      { ...frame, fill: colour.paper, stroke: colour.line },
      { ...frame, width: KEY.fill, fill: colour.muted, fillOpacity: BAR },
      {
        ...frame,
        x: x + KEY.line,
        y: large ? frame.y + 1 : y + 1,
        width: 2,
        height: large ? KEY.height - 2 : KEY.height / 2,
        radius: 0,
        fill: colour.strided,
        opacity: at.whole,
      },
    ];
  });
  boxes(layer('legend-boxes'), keys);
  labels(
    layer('legend-words'),
    rows.map(({ fate, text, box }, i) => {
      const { x, y } = place(cells[i]);
      const badge = fate ? badgeWidth(badgeText(words, { fate, number: 1 }), layout) + 7 : 0;
      const sign = box ? KEY.width + 7 : badge;
      return {
        x: x + sign,
        y: y + (large ? 6 : 4.5),
        text,
        size: box ? 12 : 13,
        opacity: box ? 1 : at.marks,
      };
    }),
  );
  const bottom = place(taken + inRow - 1).y;
  const rule = { x: panel.x, y: bottom, width: panel.width, height: 1, fill: colour.line };
  boxes(layer('rule'), large ? [] : [rule]);
  return bottom;
}
