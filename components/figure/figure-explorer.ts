import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from '#components/kit/live.ts';
import { cells } from '#content/words/en/explore.ts';
import type { Grid } from '#lib/figures/index.ts';
import type { PlayerActions, PlayerState } from './state.ts';
import { walkCell } from './walk-cell.ts';

/** `<figure-explorer>`: walking the cells of a figure by keyboard. It has the styles of the player that it stands in. */
export class FigureExplorer extends LitElement {
  static override properties = { state: { attribute: false }, actions: { attribute: false } };
  declare state: PlayerState;
  declare actions: PlayerActions;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    return explorer(this.state, this.actions);
  }
}

customElements.define('figure-explorer', FigureExplorer);

/** The button, and which grid is walked. */
export function explorer(state: PlayerState, actions: PlayerActions): TemplateResult {
  const { exploring } = state;
  const grids = gridsOf(state);
  const shown = gridShown(state, grids);
  const begin = (grid: string) => {
    actions.explore(true, grid);
    actions.light(`${grid}:0:0`);
  };
  const toggle = () => {
    if (!exploring)
      return actions.withCells((cells) => begin(gridShown(state, gridsOf({ ...state, cells }))));
    actions.explore(false, state.grid);
    actions.light(undefined);
  };
  return html`<button
      aria-pressed=${exploring}
      title=${cells.help}
      @click=${toggle}
      @keydown=${(event: KeyboardEvent) => explore(state, actions, event)}
    >
      ${cells.explore}
    </button>
    ${
      exploring
        ? html`<select aria-label=${cells.grid} @change=${(event: Event) => begin((event.target as HTMLSelectElement).value)}>
            ${grids.map((grid) => html`<option value=${grid.id} .selected=${live(grid.id === shown)}>${grid.label}</option>`)}
          </select>`
        : nothing
    }`;
}

function explore(state: PlayerState, actions: PlayerActions, event: KeyboardEvent): void {
  const { exploring, highlight } = state;
  if (!exploring) return;
  if (event.key === 'Enter' && highlight && actions.pick(highlight)) event.preventDefault();
  if (!event.key.startsWith('Arrow')) return;
  const grids = gridsOf(state);
  actions.light(walkCell(grids, gridShown(state, grids), highlight, event.key));
  event.preventDefault();
}

function gridsOf({ cells, values, t }: PlayerState): Grid[] {
  return cells?.grids(values, t) ?? [];
}

/** The chosen grid; the first where it is not drawn now. */
function gridShown({ grid }: PlayerState, grids: Grid[]): string {
  return grids.some(({ id }) => id === grid) ? grid : (grids[0]?.id ?? '');
}
