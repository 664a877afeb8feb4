import type { Context } from '../figure.ts';
import { boxes, type Group, lines, type RectMark, stage } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import { polyline } from '../kit/path.ts';
import { drawWords } from './captions.ts';
import { answering, cellBox, cells, gridPath } from './cells.ts';
import { drawAnchors } from './fits.ts';
import { grips, handle } from './grip.ts';
import { type Layout, layout, type Panel } from './layout.ts';
import { acts, assignments, LEVELS, objectOf, type Params, SIDE } from './model.ts';
import type { Moment } from './scene.ts';
import type { AnchorsWords } from './words.ts';

export function draw(
  words: AnchorsWords,
  svg: SVGSVGElement,
  params: Params,
  t: number,
  context: Context,
): void {
  const time = acts();
  const at: Moment = {
    levels: time.eased('levels', t),
    own: time.eased('own', t),
    ratio: time.eased('ratio', t),
    neighbours: time.eased('neighbours', t),
  };
  const where = layout(context);
  const layer = stage(svg, 'anchors', params, context, where);
  const all = assignments(params);
  const each = where.panels.map((panel, i) => ({ panel, i, assignment: all[i] }));
  boxes(
    layer('pictures'),
    each.map(({ panel: { x, y, side } }) => ({
      ...{ x, y, width: side, height: side },
      fill: colour.panel,
      stroke: colour.line,
    })),
  );
  boxes(
    layer('cells'),
    each.flatMap(({ panel, i }) => cells(panel, i, params)),
  );
  boxes(
    layer('answers'),
    each.flatMap(({ panel, i, assignment }) => answering(panel, i, assignment, params, at)),
  );
  lines(
    layer('grid'),
    each.map(({ panel, i }) => ({
      path: gridPath(panel, LEVELS[i].width),
      stroke: colour.muted,
      strokeWidth: 0.75,
      opacity: 0.55 * at.levels,
    })),
  );
  boxes(
    layer('objects'),
    each.map(({ panel }) => objectIn(panel, params)),
  );
  lines(
    layer('centres'),
    each.map(({ panel }) => ({
      path: cross(panel, params),
      stroke: colour.ink,
      strokeWidth: 1.5,
    })),
  );
  drawGrips(layer('grips'), params, where);
  drawAnchors(layer('anchors'), layer('anchor-objects'), params, each, at);
  drawWords(layer('words'), { each, where, at, dictionary: words }, context);
  drawHighlight(layer('highlight'), where, context);
}

/** The object, cut off at the picture's border. */
function objectIn({ x, y, side }: Panel, params: Params): RectMark {
  const scale = side / SIDE;
  const { x: left, y: top, width, height } = objectOf(params);
  const clamp = (v: number) => Math.min(SIDE, Math.max(0, v));
  return {
    x: x + clamp(left) * scale,
    y: y + clamp(top) * scale,
    width: (clamp(left + width) - clamp(left)) * scale,
    height: (clamp(top + height) - clamp(top)) * scale,
    stroke: colour.ink,
    strokeWidth: 2.5,
    fill: colour.paper,
    fillOpacity: 0.55,
  };
}

/** What the pointer takes hold of. A finger on it must not scroll the page. */
function drawGrips(group: Group, params: Params, where: Layout): void {
  const all = grips(params, where);
  const sizes = all.flatMap(({ size }) => size ?? []);
  const cursor = (i: number) => (i < all.length ? 'move' : 'nwse-resize');
  boxes(group, [
    ...all.map(({ move }) => ({ ...move, inside: true })),
    ...sizes.map((size) => ({
      ...handle(size),
      radius: 5,
      fill: colour.paper,
      stroke: colour.ink,
      strokeWidth: 2,
    })),
    ...sizes.map((size) => ({ ...size, inside: true })),
  ]).attr('style', (_, i) => `touch-action: none; cursor: ${cursor(i)}`);
}

function cross({ x, y, side }: Panel, params: Params): string {
  const scale = side / SIDE;
  const [cx, cy] = [x + params.x * scale, y + params.y * scale];
  // As long as the object lets it be: it must not hide a small one.
  const arm = Math.min(4, 0.3 * scale * Math.min(params.width, params.height));
  return polyline(
    [
      [cx - arm, cy],
      [cx + arm, cy],
    ],
    [
      [cx, cy - arm],
      [cx, cy + arm],
    ],
  );
}

function drawHighlight(group: Group, { panels }: Layout, { lit }: Context): void {
  boxes(
    group,
    (lit?.cells ?? []).map((key) => {
      const [grid, row, column] = key.split(':');
      const level = LEVELS.findIndex(({ name }) => name.toLowerCase() === grid);
      return {
        ...cellBox(panels[level], level, Number(row), Number(column)),
        stroke: colour.ink,
        strokeWidth: 2.5,
      };
    }),
  );
  group.attr('pointer-events', 'none');
}
