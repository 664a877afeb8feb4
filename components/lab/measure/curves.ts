import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import { measure as words } from '#content/words/en/measure.ts';
import { RECALLS } from '#lib/detection/index.ts';
import { hueOf, nameOf } from '../choices.ts';

const [WIDTH, HEIGHT] = [420, 280];
const EDGE = { left: 44, right: 12, top: 10, bottom: 38 };
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** Lines of one colour are told apart by how they are drawn. */
export const DASHES = ['', '7 4', '2 3', '10 3 2 3'] as const;

/** The n-th of the contenders that share its colour. */
export function dashOf(names: readonly string[], i: number): string {
  const before = names.slice(0, i).filter((name) => hueOf(name) === hueOf(names[i])).length;
  return DASHES[before % DASHES.length];
}

/** Precision against recall of all contenders, as one drawing with a legend. */
export function precisionCurves(
  names: readonly string[],
  curves: readonly number[][],
): TemplateResult {
  const x = scaleLinear([0, 1], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear([0, 1], [HEIGHT - EDGE.bottom, EDGE.top]);
  const path = line<number>(
    (_, i) => x(RECALLS[i]),
    (value) => y(value),
  );
  const said = curves.map((curve, i) =>
    words.curveLabel(
      nameOf(names[i]),
      [20, 50, 80].map((at) => [RECALLS[at], curve[at] ?? 0]),
    ),
  );
  return html`<figure>
    <figcaption>${words.curvesTitle}</figcaption>
    <svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${said.join('; ')}>
      ${TICKS.map(
        (
          tick,
        ) => svg`<line class="grid" x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${y(tick)} y2=${y(tick)}></line>
        <text class="tick" text-anchor="end" x=${EDGE.left - 6} y=${y(tick) + 4}>${tick.toFixed(1)}</text>
        <text class="tick" text-anchor="middle" x=${x(tick)} y=${HEIGHT - EDGE.bottom + 16}>${tick.toFixed(1)}</text>`,
      )}
      <text class="tick" text-anchor="middle" x=${(EDGE.left + WIDTH - EDGE.right) / 2} y=${HEIGHT - 6}>${words.recall}</text>
      <text class="tick" text-anchor="middle" transform="translate(11 ${(HEIGHT - EDGE.bottom + EDGE.top) / 2}) rotate(-90)">${words.precision}</text>
      ${curves.map((curve, i) => svg`<path class=${hueOf(names[i])} stroke-dasharray=${dashOf(names, i)} d=${path(curve) ?? ''}></path>`)}
    </svg>
    <ul class="key">${names.map(
      (name, i) =>
        html`<li class=${hueOf(name)}><svg viewBox="0 0 28 8" aria-hidden="true"><path stroke-dasharray=${dashOf(names, i)} d="M0 4H28"></path></svg>${nameOf(name)}</li>`,
    )}</ul>
  </figure>`;
}
