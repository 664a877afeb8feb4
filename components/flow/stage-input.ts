import { html, svg, type TemplateResult } from 'lit';
import { pictureImage } from '#components/kit/pixel-image.ts';
import { flowStages } from '#content/words/en/flow-stages.ts';
import type { Scene } from '#lib/scenes/index.ts';
import '#components/kit/pixel-view.ts';

const words = flowStages;

/** Thin frames around what is there, over a picture of 128 px. */
export function frames(scene: Scene): TemplateResult {
  return html`<svg viewBox="0 0 ${scene.width} ${scene.height}" aria-hidden="true">
    ${scene.objects.map(
      ({ x, y, width, height }) =>
        svg`<rect class="truth" x=${x} y=${y} width=${width} height=${height} />`,
    )}
  </svg>`;
}

/** The scene, and its three colours. */
export function inputStage(scene: Scene, seed: number): TemplateResult {
  return html`<p>${words.input.text(scene.objects.length)}</p>
    <div class="input">
      <figure class="large">
        <pixel-view .image=${pictureImage(scene)} label=${words.sceneAlt(seed, scene.objects.length)}>${frames(scene)}</pixel-view>
        <figcaption>${words.input.whole}: 128 × 128 × 3</figcaption>
      </figure>
      ${words.input.colours.map(
        (name, colour) => html`<figure>
          <pixel-view .image=${pictureImage(scene, colour)} label=${name}></pixel-view>
          <figcaption>${name}</figcaption>
        </figure>`,
      )}
    </div>`;
}
