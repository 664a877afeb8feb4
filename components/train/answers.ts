// What the networks say of the unseen crops: who takes what for what, and where they differ.
import { html, type TemplateResult } from 'lit';
import '#components/kit/pixel-view.ts';
import { train as words } from '#content/words/en/train.ts';
import type { Crops, Score } from '#lib/training/index.ts';
import { cropImage } from './pictures.ts';

/** How often class i was taken for class j: [i][j]. */
export function confusion(labels: Uint8Array, answers: Uint8Array, classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => Array<number>(classes).fill(0));
  labels.forEach((label, i) => {
    counts[label][answers[i]]++;
  });
  return counts;
}

/** The crops that `one` gets right and `other` wrong. */
export function onlyRight(labels: Uint8Array, one: Uint8Array, other: Uint8Array): number[] {
  return Array.from(labels.keys()).filter((i) => one[i] === labels[i] && other[i] !== labels[i]);
}

export function confusionTable(
  name: string,
  names: readonly string[],
  labels: Uint8Array,
  { answers }: Score,
): TemplateResult {
  const counts = confusion(labels, answers, names.length);
  return html`<div class="matrix" tabindex="0" role="region" aria-label=${words.confusion(name)}>
    <table>
      <caption>${words.confusion(name)}</caption>
      <thead><tr><td></td>${names.map((own) => html`<th scope="col">${own}</th>`)}</tr></thead>
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

/** Crops shown of each kind. */
const MOST = 12;

/** The crops that only one of two networks gets right. */
export function differing(
  { pixels, labels }: Crops,
  side: number,
  classes: readonly string[],
  two: readonly { name: string; score: Score }[],
): TemplateResult {
  return html`<div class="differing">${two.map(({ name, score }, i) => {
    const other = two[1 - i].score.answers;
    const found = onlyRight(labels, score.answers, other);
    return html`<div><h3>${words.only(name, found.length)}</h3>
      ${found.length === 0 ? html`<p>${words.none}</p>` : ''}
      <ul>${found.slice(0, MOST).map((crop) => {
        const said = words.cropLabel(classes[labels[crop]], classes[other[crop]]);
        return html`<li><pixel-view .image=${cropImage(pixels, crop, side)} label=${said}></pixel-view><span>${classes[labels[crop]]}</span></li>`;
      })}</ul>
    </div>`;
  })}</div>`;
}
