import { html, nothing, type TemplateResult } from 'lit';
import { mapImage } from '#components/kit/map-images.ts';
import type { PixelImage } from '#components/kit/pixel-image.ts';
import '#components/kit/pixel-view.ts';
import { vary as words } from '#content/words/en/vary.ts';
import { type ObjectAnswer, OFFSETS, spreadOf } from '#lib/analysis/index.ts';
import { EVERY } from './varying.ts';

/** Of a place without a box: the ground shows through. */
const CLEAR = [0, 0, 0, 0];
/** Of a place that was not asked about yet. */
const OPEN = [128, 128, 128, 90];

type Said = readonly (ObjectAnswer | undefined)[];

/** One contender's scores and box errors at every place within a pixel, as far as it was asked. */
export interface OffsetAnswers {
  own: Said;
  /** On other grounds, at every {@link EVERY}th place of each axis. */
  others: readonly Said[];
  threshold: number;
  /** The greatest error of all contenders, pixels: they share a scale. */
  mostError: number;
}

const SIDE = OFFSETS.length;
const FEW = Math.ceil(SIDE / EVERY);
const known = (said: Said): ObjectAnswer[] => said.filter((answer) => answer !== undefined);

/** A number a place; null where there is no box, undefined where nobody asked. */
function placesImage(
  values: readonly (number | null | undefined)[],
  side: number,
  high: number,
): PixelImage {
  const places = Array.from({ length: side * side }, (_, i) => values[i]);
  const image = mapImage(
    places.map((value) => value ?? 0),
    side,
    side,
    { low: 0, high },
  );
  places.forEach((value, i) => {
    if (value === undefined) image.rgba.set(OPEN, 4 * i);
    else if (value === null) image.rgba.set(CLEAR, 4 * i);
  });
  return image;
}

export function offsetMaps(answers: OffsetAnswers): TemplateResult {
  const { own, others, mostError } = answers;
  const places = Array.from({ length: SIDE * SIDE }, (_, i) => own[i]);
  const scores = placesImage(
    places.map((said) => said && (said.error === null ? null : said.score)),
    SIDE,
    1,
  );
  const errors = placesImage(
    places.map((said) => said?.error),
    SIDE,
    mostError,
  );
  const { range, off } = rangesOf(answers);
  const asked = Array.from({ length: FEW * FEW }, (_, i) =>
    others.flatMap((said) => said[i] ?? []),
  );
  const middles = asked.map((said) =>
    said.length > 0 ? spreadOf(said.map(({ score }) => score)).middle : undefined,
  );
  return html`<div class="two">
      <figure><pixel-view .image=${scores} label=${range}></pixel-view><figcaption>${words.scoreMap}</figcaption></figure>
      <figure><pixel-view .image=${errors} label=${off}></pixel-view><figcaption>${words.errorMap}</figcaption></figure>
      ${
        others.length > 0
          ? html`<figure><pixel-view .image=${placesImage(middles, FEW, 1)} label=${words.othersMap}></pixel-view><figcaption>${words.othersMap}</figcaption></figure>`
          : nothing
      }
    </div>
    <p class="small">${range} ${off}</p>
    ${othersSentence(others)}`;
}

function rangesOf({ own, threshold }: OffsetAnswers): { range: string; off: string } {
  const said = known(own);
  const scores = said.map(({ score }) => score);
  const errors = said.flatMap(({ error }) => error ?? []);
  const lost = scores.filter((score) => score < threshold).length;
  if (said.length === 0) return { range: words.unfinishedPlaces, off: '' };
  return {
    range: [
      words.scoreRange(Math.min(...scores), Math.max(...scores)),
      // What was not asked yet may still be missed.
      ...(said.length === SIDE * SIDE ? [words.lostAt(lost, scores.length)] : []),
    ].join(' '),
    off:
      errors.length > 0 ? words.errorRange(Math.min(...errors), Math.max(...errors)) : words.noBox,
  };
}

/** How score and box vary within a pixel on other grounds, of those that were asked at every place. */
function othersSentence(others: OffsetAnswers['others']): TemplateResult | typeof nothing {
  const whole = others.map(known).filter((said) => said.length === FEW * FEW);
  if (whole.length === 0) return nothing;
  const ranges = whole.map((said) => {
    const scores = said.map(({ score }) => score);
    return Math.max(...scores) - Math.min(...scores);
  });
  const errors = whole.flatMap((said) => said.flatMap(({ error }) => error ?? []));
  const off = errors.length > 0 ? ` ${words.othersOff(spreadOf(errors))}` : '';
  return html`<p class="small">${words.othersRange(whole.length, spreadOf(ranges))}${off}</p>`;
}
