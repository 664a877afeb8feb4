// Who takes what for what, as a table.
import { css, html, type TemplateResult } from 'lit';
import { confusion } from '#lib/classify/tally.ts';

/**
 * True classes down, answers across.
 *
 * @param names of the classes; `short` stands above the columns where the names are long
 */
export function confusionTable(
  title: string,
  { names, short = names }: { names: readonly string[]; short?: readonly string[] },
  labels: ArrayLike<number>,
  answers: ArrayLike<number>,
): TemplateResult {
  const counts = confusion(labels, answers, names.length);
  return html`<div class="matrix" tabindex="0" role="region" aria-label=${title}>
    <table>
      <caption>${title}</caption>
      <thead><tr><td></td>${names.map((own, i) => html`<th scope="col" title=${own}>${short[i]}</th>`)}</tr></thead>
      <tbody>${counts.map((row, i) => {
        const sum = row.reduce((a, b) => a + b, 0) || 1;
        return html`<tr><th scope="row">${names[i]}</th>${row.map(
          (count, j) =>
            html`<td class=${i === j ? 'right' : ''} style="--share:${Math.round((60 * count) / sum)}%">${count}</td>`,
        )}</tr>`;
      })}</tbody>
    </table>
  </div>`;
}

export const confusionStyles = css`
  .matrices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem 2rem; }
  .matrix { overflow-x: auto; min-width: 0; }
  .matrix table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.875rem; }
  .matrix caption { text-align: left; color: var(--ink-2); padding-bottom: 0.3rem; }
  .matrix th { font-weight: 400; color: var(--ink-2); padding: 0.15rem 0.4rem; text-align: right; }
  .matrix td { padding: 0.15rem 0.4rem; text-align: right; background: color-mix(in srgb, var(--strided) calc(var(--share, 0%) * 0.6), transparent); min-width: 1.5rem; }
  .matrix thead td { background: none; }
  .matrix td.right { background: color-mix(in srgb, var(--spd) calc(var(--share, 0%) * 0.6), transparent); }
`;
