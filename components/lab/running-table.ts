import { css, html, LitElement, nothing } from 'lit';
import { lab as words } from '#content/words/en/lab.ts';
import type { AveragePrecision } from '#lib/detection/index.ts';
import { hueOf, nameOf } from './choices.ts';
import type { RunningScore } from './running.ts';

/** The rows: a measure's name and where it stands. */
const ROWS: [string, (score: AveragePrecision) => number | null][] = [
  [words.measures.ap, (score) => score.AP],
  [words.measures.ap50, (score) => score.AP50],
  ...words.measures.bins.map((name, bin): [string, (score: AveragePrecision) => number | null] => [
    name,
    (score) => Object.values(score.APsize)[bin],
  ]),
];

/** The AP so far of all contenders, as numbers with bars. */
export class RunningTable extends LitElement {
  static override properties = { score: { attribute: false }, running: { type: Boolean } };

  declare score: RunningScore | null;
  declare running: boolean;

  constructor() {
    super();
    this.score = null;
    this.running = false;
  }

  static override styles = css`
    :host { display: block; margin-top: 1rem; }
    table { border-collapse: collapse; font: 0.9375rem/1.4 var(--font-ui); font-variant-numeric: tabular-nums; width: min(100%, 40rem); }
    caption { text-align: left; color: var(--ink-2); padding-bottom: 0.5rem; }
    th { text-align: left; vertical-align: bottom; font-weight: 400; color: var(--ink-2); padding: 0.3rem 0.9rem 0.3rem 0; }
    [scope=row] { white-space: nowrap; }
    td { min-width: 5rem; padding: 0.3rem 0.9rem 0.3rem 0; }
    .bar { display: block; height: 0.4rem; background: var(--swatch); }
    td.strided { --swatch: var(--strided); }
    td.spd { --swatch: var(--spd); }
    td.pooled { --swatch: var(--ink-2); }
  `;

  override render() {
    if (!this.score) return this.running ? html`<p role="status">${words.counting}</p>` : nothing;
    const { scores, scenes, names } = this.score;
    return html`<table>
      <caption>${words.soFar(scenes)}</caption>
      <thead><tr><td></td>${names.map((name) => html`<th scope="col">${nameOf(name)}</th>`)}</tr></thead>
      <tbody>${ROWS.map(
        ([measure, of]) => html`<tr><th scope="row">${measure}</th>
          ${names.map((detector, i) => {
            const percent = of(scores[i]);
            return html`<td class=${hueOf(detector)}>${percent === null ? '–' : percent.toFixed(1)}
              <span class="bar" style="width:${percent ?? 0}%"></span></td>`;
          })}
        </tr>`,
      )}</tbody>
    </table>`;
  }
}

customElements.define('running-table', RunningTable);
