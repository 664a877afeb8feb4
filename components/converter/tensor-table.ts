import { css, html, nothing, type TemplateResult } from 'lit';
import { spokenFault } from '#components/kit/fault-words.ts';
import { live } from '#components/kit/live.ts';
import { converter as words } from '#content/words/en/converter.ts';
import type { Conversion } from '#lib/convert/index.ts';
import type { Row } from './protocol.ts';

/** Rows at a time: a browser takes minutes to lay out hundreds of thousands. */
const MOST_ROWS = 500;

/** What is known of the choice, and what to do when the reader changes it. */
interface Choice {
  kind: Conversion['kind'];
  chosen: ReadonlySet<string>;
  /** Input channels from space-to-depth, where the reader set them. */
  inputs: ReadonlyMap<string, number>;
  choose(name: string, yes: boolean): void;
  setInputs(name: string, channels: number): void;
}

/** The tensors of a file, with what the conversion makes of each. */
export function tensorTable(rows: readonly Row[], choice: Choice): TemplateResult {
  const more = rows.length > MOST_ROWS;
  return html`
    <div class="list" tabindex="0" role="region" aria-label=${words.list}>
      <table>
        <thead><tr>
          <th scope="col">${words.columns.tensor}</th><th scope="col">${words.columns.type}</th>
          <th scope="col">${words.columns.shape}</th><th scope="col">${words.columns.becomes}</th>
        </tr></thead>
        <tbody>${rows.slice(0, MOST_ROWS).map((row) => tableRow(row, choice))}</tbody>
      </table>
    </div>
    ${more ? html`<p class="does">${words.shown(MOST_ROWS, rows.length)}</p>` : nothing}
  `;
}

function tableRow(row: Row, choice: Choice): TemplateResult {
  const { name, dtype, shape, becomes, why } = row;
  const chosen = choice.chosen.has(name);
  return html`<tr class=${becomes ? '' : 'unfit'}>
    <th scope="row"><label><input
      type="checkbox"
      .checked=${live(chosen)}
      ?disabled=${!becomes}
      @change=${(event: Event) => choice.choose(name, (event.target as HTMLInputElement).checked)}
    /><span>${name}</span></label></th>
    <td>${dtype}</td>
    <td>${shape.join(' × ')}</td>
    <td>${becomes ? becomesCell(row, becomes, chosen, choice) : why && spokenFault(why)}</td>
  </tr>`;
}

function becomesCell({ name, shape, inputs }: Row, becomes: number[], chosen: boolean, of: Choice) {
  if (of.kind !== 'reorder') return becomes.join(' × ');
  if (!chosen) return words.sameShape;
  const channels = shape[shape.length === 1 ? 0 : 1];
  return html`<label class="inputs">${words.firstChannels} <input
    type="number"
    min="1"
    max=${channels}
    .value=${live(String(of.inputs.get(name) ?? inputs ?? channels))}
    @change=${(event: Event) => of.setInputs(name, within(event.target as HTMLInputElement, channels))}
  /> ${words.ofChannels(channels)}</label>`;
}

/** The whole number of a field, in [1, most]; `most` where it holds none. */
function within({ valueAsNumber }: HTMLInputElement, most: number): number {
  return Number.isNaN(valueAsNumber)
    ? most
    : Math.min(most, Math.max(1, Math.round(valueAsNumber)));
}

export const tableStyles = css`
  .list { max-height: 24rem; overflow: auto; border-block: 1px solid var(--line); }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 0.875rem; }
  th { text-align: left; font-weight: 400; }
  thead th { position: sticky; top: 0; background: var(--paper); font-weight: 600; z-index: 1; }
  th, td { padding: 0.3rem 1rem 0.3rem 0; vertical-align: middle; white-space: nowrap; }
  tbody tr { border-top: 1px solid var(--line); }
  tbody th label { display: flex; gap: 0.5rem; align-items: center; cursor: pointer; font-family: var(--font-mono); font-size: 0.8125rem; }
  tbody th span { max-width: 40rem; overflow: hidden; text-overflow: ellipsis; }
  .unfit { color: var(--ink-2); }
  .unfit label { cursor: default; }
  .inputs input { font: inherit; width: 5rem; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 3px; }
`;
