// The curves of a training: a line a network, its runs over several seeds around it.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { train as words } from '#content/words/en/train.ts';

/** One network's curve in one run. */
export type Curve = readonly { step: number; value: number }[];

export interface CurveChart {
  title: string;
  steps: number;
  /** Of the vertical axis. */
  range: readonly [number, number];
  networks: readonly { name: string; hue: string; runs: readonly Curve[] }[];
  /** What guessing gives. */
  chance?: number;
  say: (value: number) => string;
}

const [WIDTH, HEIGHT] = [340, 190];
const EDGE = { left: 34, right: 16, top: 8, bottom: 24 };

/** Mean over the runs, at the steps that all of them have reached. */
export function meanCurve(runs: readonly Curve[]): Curve {
  const [first = []] = runs;
  return first
    .map(({ step }, i) => ({ step, values: runs.map((run) => run[i]?.value) }))
    .filter(({ values }) => values.every((value) => value !== undefined))
    .map(({ step, values }) => ({
      step,
      value: values.reduce((sum: number, value) => sum + (value ?? 0), 0) / values.length,
    }));
}

/** The chart, with what it shows in words for those who do not see it. */
export function curveChart({
  title,
  steps,
  range,
  networks,
  chance,
  say,
}: CurveChart): TemplateResult {
  const x = scaleLinear([0, steps], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear(range, [HEIGHT - EDGE.bottom, EDGE.top]);
  const path = line<{ step: number; value: number }>(
    ({ step }) => x(step),
    ({ value }) => y(Math.min(range[1], Math.max(range[0], value))),
  );
  const means = networks.map(({ runs }) => meanCurve(runs));
  const said = networks
    .map(({ name }, i) => {
      const last = means[i].at(-1);
      return last ? words.last(name, say(last.value)) : '';
    })
    .filter(Boolean)
    .join('; ');
  return html`<figure class="chart">
    <figcaption>${title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${words.chartLabel(title, said)}>
      ${y.ticks(4).map((tick) => svg`<g><line class="grid" x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${y(tick)} y2=${y(tick)}></line><text class="tick end" x=${EDGE.left - 5} y=${y(tick) + 4}>${say(tick)}</text></g>`)}
      ${x.ticks(4).map((tick) => svg`<text class="tick middle" x=${x(tick)} y=${HEIGHT - 6}>${tick.toLocaleString('en')}</text>`)}
      ${chance === undefined ? nothing : svg`<line class="chance" x1=${EDGE.left} x2=${WIDTH - EDGE.right} y1=${y(chance)} y2=${y(chance)}></line><text class="tick end" x=${WIDTH - EDGE.right} y=${y(chance) - 4}>${words.chance}</text>`}
      ${networks.map(
        ({ hue, runs }, i) => svg`<g class="${hue} network-${i}">
        ${runs.length > 1 ? runs.map((run) => svg`<path class="run" d=${path([...run]) ?? ''}></path>`) : nothing}
        <path class="mean" d=${path([...means[i]]) ?? ''}></path>
      </g>`,
      )}
    </svg>
  </figure>`;
}
