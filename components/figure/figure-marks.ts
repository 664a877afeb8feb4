import {
  css,
  html,
  LitElement,
  nothing,
  type SVGTemplateResult,
  svg,
  type TemplateResult,
} from 'lit';
import type { Mark } from '#components/kit/figure-player.ts';
import { parseCell } from '#lib/figures/index.ts';
import type { PlayerState } from './state.ts';

/** A label's height, px of the layout. */
const HIGH = 15;

/**
 * `<figure-marks>`: what the reader expected, in the corner of each cell that they bet on: over the drawing, and no part
 * of it.
 */
export class FigureMarks extends LitElement {
  static override properties = { state: { attribute: false }, marks: { attribute: false } };
  declare state: PlayerState;
  declare marks: readonly Mark[];

  static override styles = css`
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      pointer-events: none;
      font: 600 11px var(--font-ui);
    }
    rect {
      fill: var(--paper);
      stroke: var(--strided);
      stroke-width: 1.2;
    }
    .right rect {
      stroke: var(--spd);
    }
    text {
      fill: var(--ink);
    }
  `;

  override render(): TemplateResult {
    return marked(this.state, this.marks);
  }
}

customElements.define('figure-marks', FigureMarks);

/** The marks of a guess, in a drawing of the figure's own size. */
function marked(state: PlayerState, marks: readonly Mark[]): TemplateResult {
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
  { cells, values, t, layout }: PlayerState,
  cell: string,
): { x: number; y: number } | undefined {
  const { grid, row, column } = parseCell(cell);
  const place = cells
    ?.placed?.(values, t, { layout })
    .find(({ id }) => id === grid || id.startsWith(`${grid}-`));
  if (!place) return undefined;
  if (Number.isNaN(row)) return place;
  return {
    x: place.x + (place.width / place.columns) * column,
    y: place.y + (place.height / place.rows) * row,
  };
}
