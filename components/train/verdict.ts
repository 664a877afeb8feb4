import { html, type TemplateResult } from 'lit';
import { train as words } from '#content/words/en/train.ts';
import { onlyRight } from '#lib/classify/tally.ts';
import { overPictures, overSeeds, type Verdict } from '#lib/results/index.ts';
import { type NetworkPlan, priceOf, type Score, UNSEEN } from '#lib/training/index.ts';

/** The last look at every network of each run. */
export type Finished = readonly (readonly Score[])[];

/** The first network against the one at `other`: over the seeds where there are several, else over the crops. */
export function judge(runs: Finished, other: number, labels: Uint8Array): Verdict | undefined {
  if (runs.length > 1)
    return overSeeds(runs.map((scores) => [scores[0].accuracy, scores[other].accuracy]));
  const [scores] = runs;
  if (!scores) return undefined;
  const [a, b] = [scores[0].answers, scores[other].answers];
  return overPictures(onlyRight(labels, a, b).length, onlyRight(labels, b, a).length, UNSEEN);
}

/** Milliseconds of a step of each network, and on what. */
export interface Times {
  milliseconds: readonly number[];
  backend: string;
}

/** What was seen, in sentences: the first network against each of the others, and what it costs. */
export function sentences(
  runs: Finished,
  plans: readonly NetworkPlan[],
  names: readonly string[],
  labels: Uint8Array,
  times?: Times,
): TemplateResult[] {
  return plans.slice(1).flatMap((plan, i) => {
    const verdict = judge(runs, i + 1, labels);
    if (!verdict) return [];
    const { ahead, difference, margin, runs: n } = verdict;
    const [first, second] = [names[0], names[i + 1]];
    const said =
      ahead === 'level'
        ? words.verdict.level(first, second, difference, margin, n)
        : ahead === 'first'
          ? words.verdict.sure(first, second, difference, margin, n)
          : words.verdict.sure(second, first, -difference, margin, n);
    const work = priceOf(plans[0]).macs / priceOf(plan).macs;
    const time =
      times && words.verdict.time(times.milliseconds[0], times.milliseconds[i + 1], times.backend);
    return html`<p>${said} ${words.verdict.price(first, second, work)} ${time}</p>`;
  });
}
