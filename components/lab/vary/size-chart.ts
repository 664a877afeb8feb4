import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { vary as words } from '#content/words/en/vary.ts';
import { LENGTHS_ASKED, lossSize, type ObjectAnswer, spreadOf } from '#lib/analysis/index.ts';
import { hueOf, nameOf } from '../choices.ts';

const [WIDTH, HEIGHT] = [320, 210];
const EDGE = { left: 34, right: 8, top: 8, bottom: 36 };

/** What was said so far at each of {@link LENGTHS_ASKED}. */
type Said = readonly (ObjectAnswer | undefined)[];

/** One contender's curve, as far as it was asked. */
export interface SizeCurve {
  name: string;
  own: Said;
  /** On other grounds. */
  others: readonly Said[];
  threshold: number;
  /** Pixels in a world unit. */
  scale: number;
  /** The length that the object has now, world units. */
  length: number;
}

export function sizeChart(curve: SizeCurve): TemplateResult {
  const { name, own, others, threshold, scale, length } = curve;
  const lengths = LENGTHS_ASKED.map((each) => each * scale);
  const x = scaleLinear([0, lengths.at(-1)!], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear([0, 1], [HEIGHT - EDGE.bottom, EDGE.top]);
  const spread = lengths.map((_, i) => {
    const scores = others.flatMap((each) => each[i]?.score ?? []);
    return scores.length > 0 ? spreadOf(scores) : null;
  });
  const path = line<number | null>(
    (_, i) => x(lengths[i]),
    (value) => y(value!),
  ).defined((value) => value !== null);
  const band = area<{ low: number; high: number } | null>(
    (_, i) => x(lengths[i]),
    (at) => y(at!.low),
    (at) => y(at!.high),
  ).defined((at) => at !== null);
  const scores = lengths.map((_, i) => own[i]?.score ?? null);
  const loss = lossOf(own, lengths, threshold);
  const points = [0, 5, 10, 15].flatMap((i) => {
    const score = scores[i];
    return score === null ? [] : [[lengths[i], score] as const];
  });
  const now = Math.min(lengths.at(-1)!, length * scale);
  return html`<svg class="chart ${hueOf(name)}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${words.chartLabel(nameOf(name), points)}>
    ${[0, 0.5, 1].map(
      (
        tick,
      ) => svg`<line class="grid" x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${y(tick)} y2=${y(tick)}></line>
      <text class="tick" text-anchor="end" x=${EDGE.left - 5} y=${y(tick) + 4}>${tick.toFixed(1)}</text>`,
    )}
    ${x.ticks(5).map((tick) => svg`<text class="tick" text-anchor="middle" x=${x(tick)} y=${HEIGHT - EDGE.bottom + 15}>${tick}</text>`)}
    <text class="tick" text-anchor="middle" x=${(EDGE.left + WIDTH - EDGE.right) / 2} y=${HEIGHT - 5}>${words.length_axis}</text>
    ${others.length > 0 ? svg`<path class="band" d=${band(spread) ?? ''}></path><path class="middle" d=${path(spread.map((at) => at?.middle ?? null)) ?? ''}></path>` : nothing}
    <line class="threshold" x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${y(threshold)} y2=${y(threshold)}></line>
    <line class="now" x1=${x(now)} x2=${x(now)} y1=${EDGE.top} y2=${HEIGHT - EDGE.bottom}></line>
    <path class="own" d=${path(scores) ?? ''}></path>
    ${loss ? svg`<circle class="loss" cx=${x(loss)} cy=${y(threshold)} r="5"></circle>` : nothing}
  </svg>`;
}

/** See {@link lossSize}; undefined while some lengths were not asked for. */
function lossOf(
  said: Said,
  lengths: readonly number[],
  threshold: number,
): number | null | undefined {
  const scores = lengths.flatMap((_, i) => said[i]?.score ?? []);
  return scores.length === lengths.length ? lossSize(lengths, scores, threshold) : undefined;
}

/** When the contender loses the object, here and on other grounds. */
export function lossSentence({ own, others, threshold, scale }: SizeCurve): string {
  const lengths = LENGTHS_ASKED.map((each) => each * scale);
  const loss = lossOf(own, lengths, threshold);
  if (loss === undefined) return words.unfinished;
  const said = loss === null ? words.always : loss === 0 ? words.never : words.lost(loss);
  const losses = others.flatMap((each) => {
    const at = lossOf(each, lengths, threshold);
    // One that is never found is lost at every length that was asked for.
    return at === undefined ? [] : [at ?? lengths.at(-1)!];
  });
  if (losses.length === 0) return said;
  const { low, middle, high } = spreadOf(losses);
  return `${said}; ${words.othersLost(low, middle, high)}`;
}
