import { html, nothing, type TemplateResult } from 'lit';
import { mapImage } from '#components/kit/map-images.ts';
import '#components/kit/pixel-view.ts';
import { vary as words } from '#content/words/en/vary.ts';
import { type ObjectAnswer, OFFSETS, spreadOf } from '#lib/analysis/index.ts';

/** Of a place without a box: the ground shows through. */
const CLEAR = [0, 0, 0, 0];

/** One contender's scores and box errors at every place within a pixel. */
export interface OffsetAnswers {
  own: readonly ObjectAnswer[];
  others: readonly (readonly ObjectAnswer[])[];
  threshold: number;
  /** The greatest error of all contenders, pixels: they share a scale. */
  mostError: number;
}

export function offsetMaps({ own, others, threshold, mostError }: OffsetAnswers): TemplateResult {
  const side = OFFSETS.length;
  const scores = own.map(({ score }) => score);
  const errors = own.flatMap(({ error }) => (error === null ? [] : [error]));
  const scoreImage = mapImage(scores, side, side, { low: 0, high: 1 });
  const errorImage = mapImage(
    own.map(({ error }) => error ?? 0),
    side,
    side,
    { low: 0, high: mostError },
  );
  own.forEach(({ error }, i) => {
    if (error === null) for (const image of [scoreImage, errorImage]) image.rgba.set(CLEAR, 4 * i);
  });
  const lost = scores.filter((score) => score < threshold).length;
  const range = [
    words.scoreRange(Math.min(...scores), Math.max(...scores)),
    words.lostAt(lost, scores.length),
  ].join(' ');
  const off =
    errors.length > 0 ? words.errorRange(Math.min(...errors), Math.max(...errors)) : words.noBox;
  return html`<div class="two">
      <figure><pixel-view .image=${scoreImage} label=${range}></pixel-view><figcaption>${words.scoreMap}</figcaption></figure>
      <figure><pixel-view .image=${errorImage} label=${off}></pixel-view><figcaption>${words.errorMap}</figcaption></figure>
    </div>
    <p class="small">${range} ${off}</p>
    ${others.length > 0 ? html`<p class="small">${othersSentence(others)}</p>` : nothing}`;
}

function othersSentence(others: OffsetAnswers['others']): string {
  const ranges = others.map((each) => {
    const scores = each.map(({ score }) => score);
    return Math.max(...scores) - Math.min(...scores);
  });
  const { low, middle, high } = spreadOf(ranges);
  return words.othersRange(low, middle, high);
}
