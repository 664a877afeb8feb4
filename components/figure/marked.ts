// What the reader expected, in the corner of each cell that they bet on: over the drawing, and no part of it.
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { Mark } from '#components/kit/figure-player.ts';
import { parseCell } from '#lib/figures/index.ts';
import type { PlayerState } from './state.ts';

/** A label's height, px of the layout. */
const HIGH = 15;

/** The marks of a guess, in a drawing of the figure's own size. */
export function marked(state: PlayerState, marks: readonly Mark[]): TemplateResult {
  const { figure, values, layout } = state;
  const { width, height } = figure.size(values, { layout });
  return html`<svg class="marks" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMin meet" aria-hidden="true">
    ${marks.map((mark) => label(state, mark))}
  </svg>`;
}

function label(
  state: PlayerState,
  { cell, text, right }: Mark,
): SVGTemplateResult | typeof nothing {
  const corner = cornerOf(state, cell);
  if (!corner) return nothing;
  const width = 7 + 7 * text.length;
  return svg`<g class=${right ? 'right' : 'wrong'} transform="translate(${corner.x} ${corner.y})">
    <rect width=${width} height=${HIGH} rx="2" />
    <text x=${width / 2} y="11.5" text-anchor="middle">${text}</text>
  </g>`;
}

/** Upper left corner of a cell, or of a grid that is named alone; undefined while it is not drawn. */
function cornerOf(
  { figure, values, t, layout }: PlayerState,
  cell: string,
): { x: number; y: number } | undefined {
  const { grid, row, column } = parseCell(cell);
  const place = figure
    .placed?.(values, t, { layout })
    .find(({ id }) => id === grid || id.startsWith(`${grid}-`));
  if (!place) return undefined;
  if (Number.isNaN(row)) return place;
  return {
    x: place.x + (place.width / place.columns) * column,
    y: place.y + (place.height / place.rows) * row,
  };
}
