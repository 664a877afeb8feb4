import { html, type TemplateResult } from 'lit';
import { measure as words } from '#content/words/en/measure.ts';
import { hueOf, nameOf } from '../choices.ts';
import type { Measured } from './run.ts';

/** The numbers of all contenders, with bars, and their intervals once these are known. */
export function measuredTable({ scores, scenes, names, luck }: Measured): TemplateResult {
  const cell = (model: number, row: number) => {
    const percent = scores[model][row];
    const interval = luck?.intervals[model][row];
    return html`<td class=${hueOf(names[model])}>${percent === null ? '–' : words.value(percent)}
      <span class="bar" style="width:${percent ?? 0}%"></span>
      ${luck ? html`<small>${interval ? words.interval(interval.low, interval.high) : '–'}</small>` : ''}</td>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.title}><table>
    <caption>${words.caption(scenes, luck !== undefined)}</caption>
    <thead><tr><td></td>${names.map((name) => html`<th scope="col">${nameOf(name)}</th>`)}</tr></thead>
    <tbody>${words.measures.map(
      (measure, row) =>
        html`<tr><th scope="row">${measure}</th>${names.map((_, model) => cell(model, row))}</tr>`,
    )}</tbody>
  </table></div>`;
}
