import { html, svg, type TemplateResult } from 'lit';
import { type Piece, pieceAround, pieceImage } from '#components/kit/map-images.ts';
import { pictureImage } from '#components/kit/pixel-image.ts';
import { flowStages } from '#content/words/en/flow-stages.ts';
import { best } from '#lib/classify/tally.ts';
import { answerAt, type Box, type Detection } from '#lib/detection/index.ts';
import { CLASSES } from '#lib/scenes/classes.ts';
import type { Scene } from '#lib/scenes/index.ts';
import { THRESHOLD } from './parameters.ts';
import '#components/kit/pixel-view.ts';
import { type HeadState, placeName, rankSlider } from './stage-head.ts';

const words = flowStages.anchors;

const rect = (kind: string, { x, y, width, height }: Box) =>
  svg`<rect class=${kind} x=${x} y=${y} width=${width} height=${height} />`;

/** How one answer becomes a box, among all the boxes that are sure enough. */
export function anchorsStage(
  state: HeadState,
  scene: Scene,
  candidates: Detection[],
): TemplateResult {
  const { levels, place } = state;
  const { stride, anchors } = levels[place.level];
  const [width, height] = anchors[place.anchor];
  const cell = { x: place.column * stride, y: place.row * stride, width: stride, height: stride };
  const anchor = {
    x: cell.x + (stride - width) / 2,
    y: cell.y + (stride - height) / 2,
    ...{ width, height },
  };
  const { box } = answerAt(levels, place);
  const side = Math.round(Math.max(32, 1.6 * box.width, 1.6 * box.height, 1.4 * stride));
  const piece = pieceAround(scene, box.x + box.width / 2, box.y + box.height / 2, side);
  const over = ({
    x,
    y,
    side: wide,
  }: Piece) => html`<svg viewBox="${x} ${y} ${wide} ${wide}" aria-hidden="true">
    ${candidates.map((one) => rect('candidate', one))} ${rect('cell', cell)} ${rect('anchor', anchor)} ${rect('box', box)}
  </svg>`;
  return html`<p>${words.text(candidates.length, THRESHOLD)}</p>
    <div class="head">
      <figure>
        <pixel-view .image=${pictureImage(scene)} label=${words.drawing}>
          ${over({ x: 0, y: 0, side: scene.width })}
        </pixel-view>
        <figcaption><ul class="key">${['cell', 'anchor', 'box', 'candidate'].map(
          (kind, i) => html`<li class=${kind}>${words.key[i]}</li>`,
        )}</ul></figcaption>
      </figure>
      <div>
        ${rankSlider(state)}
        <figure class="lens">
          <pixel-view .image=${pieceImage(scene, piece)} label=${words.near}>${over(piece)}</pixel-view>
          <figcaption>${words.near}</figcaption>
        </figure>
        <p class="small"><strong>${words.steps}</strong><br />${placeName(levels, place)}</p>
        <ol class="sums">${sums(state).map((line) => html`<li>${line}</li>`)}</ol>
      </div>
    </div>`;
}

/** The arithmetic, with the numbers of this place. */
function sums({ levels, place }: HeadState): string[] {
  const { stride, anchors } = levels[place.level];
  const [anchorWidth, anchorHeight] = anchors[place.anchor];
  const { logits, objectness, classes, box } = answerAt(levels, place);
  const s = (i: number) => (1 / (1 + Math.exp(-logits[i]))).toFixed(3);
  const sure = best(classes);
  return [
    words.centre('x', s(0), place.column, stride, (box.x + box.width / 2).toFixed(1)),
    words.centre('y', s(1), place.row, stride, (box.y + box.height / 2).toFixed(1)),
    words.side('width', s(2), anchorWidth, box.width.toFixed(1)),
    words.side('height', s(3), anchorHeight, box.height.toFixed(1)),
    words.score(
      objectness.toFixed(3),
      classes[sure].toFixed(3),
      CLASSES[sure],
      (objectness * classes[sure]).toFixed(3),
    ),
  ];
}
