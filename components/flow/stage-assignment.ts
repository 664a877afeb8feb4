import { html, svg, type TemplateResult } from 'lit';
import { mapImage } from '#components/kit/map-images.ts';
import { pictureImage } from '#components/kit/pixel-image.ts';
import { flowStages } from '#content/words/en/flow-stages.ts';
import { assign, type Level, objectnessMap } from '#lib/detection/index.ts';
import type { Scene } from '#lib/scenes/index.ts';
import '#components/kit/pixel-view.ts';
import { levelName } from './stage-head.ts';
import { frames } from './stage-input.ts';

const words = flowStages.assignment;
const WHOLE = { low: 0, high: 1 };

/** What one level is asked in training about a scene. */
export interface Asked {
  /** Objects that each cell answers for: [height * width]. */
  counts: Uint8Array;
  /** 1 where this anchor answers in this cell, anchor by anchor: [anchors][height * width]. */
  answers: Uint8Array[];
}

export function askedOf(level: Level, scene: Scene): Asked {
  const cells = level.height * level.width;
  const counts = new Uint8Array(cells);
  const answers = level.anchors.map(() => new Uint8Array(cells));
  for (const object of scene.objects) {
    const { fits, cells: chosen } = assign(object, level);
    for (const cell of new Set(chosen.map(({ row, column }) => row * level.width + column))) {
      counts[cell]++;
      fits.forEach((anchor, a) => {
        if (anchor.fits) answers[a][cell] = 1;
      });
    }
  }
  return { counts, answers };
}

/** Objectness of the surest anchor in every cell, in [0, 1]: [height * width]. */
export function surestMap(level: Level): Float32Array {
  const maps = level.anchors.map((_, anchor) => objectnessMap(level, anchor));
  return maps[0].map((_, cell) => Math.max(...maps.map((map) => map[cell])));
}

/** Cells that training asks, and what the trained detector says in them. */
export function assignmentStage(levels: Level[], scene: Scene): TemplateResult {
  return html`<p>${words.text}</p>
    <div class="asked">${levels.map((level) => levelColumn(level, scene))}</div>`;
}

function levelColumn(level: Level, scene: Scene): TemplateResult {
  const name = levelName(level);
  const { width, height, stride } = level;
  const { counts, answers } = askedOf(level, scene);
  const maps = level.anchors.map((_, anchor) => objectnessMap(level, anchor));
  const cells = Array.from(counts, (n, cell) => ({ n, cell })).filter(({ n }) => n > 0);
  return html`<div>
    <figure>
      <pixel-view .image=${pictureImage(scene)} label=${words.askedAlt(name, cells.length)}>
        <svg viewBox="0 0 ${scene.width} ${scene.height}" aria-hidden="true">
          <path class="grid" d=${Array.from({ length: width - 1 }, (_, i) => `M${(i + 1) * stride} 0V${scene.height}M0 ${(i + 1) * stride}H${scene.width}`).join('')} />
          ${cells.map(
            ({ n, cell }) =>
              svg`<rect class="answers" fill-opacity=${Math.min(0.6, 0.24 + 0.1 * n)} x=${(cell % width) * stride} y=${Math.floor(cell / width) * stride} width=${stride} height=${stride} />`,
          )}
          ${scene.objects.map(({ x, y, width: w, height: h }) => svg`<rect class="truth" x=${x} y=${y} width=${w} height=${h} />`)}
        </svg>
      </pixel-view>
      <figcaption>${words.asked(name)}</figcaption>
    </figure>
    <figure>
      <pixel-view .image=${mapImage(surestMap(level), width, height, WHOLE)} label=${words.said(name)}>${frames(scene)}</pixel-view>
      <figcaption>${words.said(name)}</figcaption>
    </figure>
    <p class="small">${numbers(maps, answers)}</p>
  </div>`;
}

function numbers(maps: Float32Array[], answers: Uint8Array[]): string {
  let [asked, inside, outside, all] = [0, 0, 0, 0];
  maps.forEach((map, anchor) => {
    map.forEach((objectness, cell) => {
      all++;
      if (answers[anchor][cell]) {
        asked++;
        inside += objectness;
      } else outside += objectness;
    });
  });
  if (asked === 0) return words.none;
  return words.numbers(
    asked,
    all,
    (inside / asked).toFixed(2),
    (outside / Math.max(1, all - asked)).toFixed(3),
  );
}
