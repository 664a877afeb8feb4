// What the networks make of one picture: a sentence, their answers by size, and every class at one size.
import { html, type TemplateResult } from 'lit';
import { classify as words } from '#content/words/en/classify.ts';
import { best, CLASSES, SIDES, type Side } from '#lib/classify/index.ts';

/** One picture's probabilities: [network][side][class], and the networks' names. */
export interface Sight {
  names: readonly string[];
  probabilities: readonly (readonly (readonly number[])[])[];
}

export function summary({ names, probabilities }: Sight, side: Side): TemplateResult {
  const at = SIDES.indexOf(side);
  const said = probabilities.map((of) => CLASSES[best(of[at])]);
  const text =
    new Set(said).size === 1
      ? words.summary.agree(side, said[0])
      : words.summary.part(
          side,
          said.map((name, i) => words.summary.one(names[i], name)).join('; '),
        );
  return html`<p class="summary" role="status">${text}</p>`;
}

export function bySize({ names, probabilities }: Sight, side: Side): TemplateResult {
  return html`<div class="table" tabindex="0" role="region" aria-label=${words.answersTitle}>
    <table>
      <thead><tr><th scope="col">${words.size}</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${SIDES.map(
        (own, i) =>
          html`<tr class=${own === side ? 'chosen' : ''}><th scope="row">${words.seen(own)}</th>${probabilities.map(
            (of) => {
              const index = best(of[i]);
              return html`<td>${words.answer(CLASSES[index], of[i][index])}</td>`;
            },
          )}</tr>`,
      )}</tbody>
    </table>
  </div>`;
}

export function byClass({ names, probabilities }: Sight, side: Side): TemplateResult {
  const at = SIDES.indexOf(side);
  return html`<div class="table" tabindex="0" role="region" aria-label=${words.scoresTitle(side)}>
    <table class="bars">
      <caption>${words.scoresTitle(side)}</caption>
      <thead><tr><th scope="col">${words.className}</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${CLASSES.map(
        (name, c) =>
          html`<tr><th scope="row">${name}</th>${probabilities.map((of, i) => {
            const share = of[at][c];
            return html`<td class="network-${i} ${best(of[at]) === c ? 'best' : ''}"><i style="width:calc(${share.toFixed(3)} * (100% - 3.2rem))"></i><span>${(100 * share).toFixed(0)} %</span></td>`;
          })}</tr>`,
      )}</tbody>
    </table>
  </div>`;
}
