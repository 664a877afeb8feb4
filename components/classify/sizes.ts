// The picture at each size that the networks are asked about.
import { html, type TemplateResult } from 'lit';
import { pictureImage } from '#components/kit/pixel-image.ts';
import '#components/kit/pixel-view.ts';
import { classify as words } from '#content/words/en/classify.ts';
import { SIDE, SIDES, type Side, shownAt } from '#lib/classify/index.ts';

/** @param choose takes the size that the reader wants to hear of */
export function sizes(
  pixels: Uint8Array,
  side: Side,
  choose: (side: Side) => void,
): TemplateResult {
  return html`<h2>${words.seenTitle}</h2>
    <div class="seen" role="group" aria-label=${words.labels.side}>${SIDES.map((own) => {
      const image = pictureImage({ width: SIDE, height: SIDE, pixels: shownAt(pixels, own) });
      return html`<button type="button" aria-pressed=${own === side} @click=${() => choose(own)}>
        <pixel-view .image=${image} label=${words.seenLabel(own)}></pixel-view>
        <span>${words.seen(own)}</span>
      </button>`;
    })}</div>`;
}
