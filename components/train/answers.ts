// Where the networks differ on the unseen crops.
import { html, type TemplateResult } from 'lit';
import '#components/kit/pixel-view.ts';
import { train as words } from '#content/words/en/train.ts';
import { onlyRight } from '#lib/classify/tally.ts';
import type { Crops, Score } from '#lib/training/index.ts';
import { cropImage } from './pictures.ts';

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
