// Walking the cells of a figure by keyboard.
import { html, nothing, type TemplateResult } from 'lit';
import { cells } from '#content/words/en/player.ts';
import type { Grid } from '#lib/figures/index.ts';
import { walkCell } from './drawing.ts';
import type { SpdFigure } from './player.ts';

/** The button, and which grid is walked. */
export function explorer(player: SpdFigure): TemplateResult {
  const grids = gridsOf(player);
  const shown = gridShown(player, grids);
  const choose = (event: Event) => {
    player.grid = (event.target as HTMLSelectElement).value;
    player.highlight = `${player.grid}:0:0`;
  };
  return html`<button
      aria-pressed=${player.exploring}
      title=${cells.help}
      @click=${() => {
        player.exploring = !player.exploring;
        player.highlight = player.exploring ? `${shown}:0:0` : undefined;
      }}
      @keydown=${(event: KeyboardEvent) => explore(player, event)}
    >
      ${cells.explore}
    </button>
    ${
      player.exploring
        ? html`<select aria-label=${cells.grid} @change=${choose}>
            ${grids.map((grid) => html`<option value=${grid.id} ?selected=${grid.id === shown}>${grid.label}</option>`)}
          </select>`
        : nothing
    }`;
}

function explore(player: SpdFigure, event: KeyboardEvent): void {
  const { exploring, figure, highlight } = player;
  if (!exploring || !figure) return;
  if (event.key === 'Enter' && highlight && player.pick(highlight)) event.preventDefault();
  if (!event.key.startsWith('Arrow')) return;
  const grids = gridsOf(player);
  player.highlight = walkCell(grids, gridShown(player, grids), player.highlight, event.key);
  event.preventDefault();
}

function gridsOf({ figure, values, t }: SpdFigure): Grid[] {
  return figure?.grids?.(values, t) ?? [];
}

/** The chosen grid; the first where it is not drawn now. */
function gridShown({ grid }: SpdFigure, grids: Grid[]): string {
  return grids.some(({ id }) => id === grid) ? grid : (grids[0]?.id ?? '');
}
