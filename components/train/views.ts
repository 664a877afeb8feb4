// What a course has reached, drawn: its curves, its verdict, and who takes what for what.
import { html, nothing, type TemplateResult } from 'lit';
import { confusionTable } from '#components/kit/confusion.ts';
import '#components/kit/in-turn.ts';
import { train as words } from '#content/words/en/train.ts';
import { type Score, tasks } from '#lib/training/index.ts';
import { differing } from './answers.ts';
import { curveChart } from './curves.ts';
import { hueOf } from './names.ts';
import type { Course } from './run.ts';
import { sentences } from './verdict.ts';

/** How far it is, in words; `drawn` is the share of the crops that are there, while they are being drawn. */
export function howFar(
  { step, runs, speed, backend, terms }: Course,
  seeds: number,
  working: boolean,
  drawn: number | undefined,
): string {
  if (drawn !== undefined) return working ? words.making(drawn) : '';
  if (runs.length === 0) return working ? words.starting : '';
  const run = seeds > 1 ? [words.run(runs.length, seeds)] : [];
  const pace = speed > 0 ? [words.speed(speed, backend)] : [];
  return [words.at(step, terms.steps), ...run, ...pace].join(' · ');
}

/** What the reader should know of the settings, of files, and of an engine that went away. */
export function notices(messages: readonly string[], { recovery }: Course): TemplateResult[] {
  const all = recovery ? [...messages, words.recovered(recovery)] : messages;
  return all.map((message) => html`<p class="message" role="status">${message}</p>`);
}

/** Accuracy and loss on unseen crops by step; `names` are those of the networks. */
export function charts({ runs, terms }: Course, names: readonly string[]): TemplateResult {
  const { classes } = tasks[terms.dataset.task];
  const curves = (of: (score: Score) => number) =>
    names.map((name, i) => ({
      name,
      hue: hueOf(terms.plans[i]),
      runs: runs.map(({ points }) =>
        points.map(({ step, scores }) => ({ step, value: of(scores[i]) })),
      ),
    }));
  const most = Math.log(classes);
  return html`<div class="charts">
    ${curveChart({ title: words.accuracy, steps: terms.steps, range: [0, 100], networks: curves(({ accuracy }) => 100 * accuracy), chance: 100 / classes, say: (value) => value.toFixed(0) })}
    ${curveChart({ title: words.loss, steps: terms.steps, range: [0, 1.25 * most], networks: curves(({ loss }) => loss), say: (value) => value.toFixed(1) })}
  </div>`;
}

/** What was seen, once a seed has come to its end. */
export function verdict(
  { runs, terms, crops, backend }: Course,
  names: string[],
  milliseconds: readonly number[] | undefined,
): TemplateResult {
  const times = milliseconds && { milliseconds, backend };
  const finished = runs
    .map(({ points }) => points.at(-1))
    .filter((point) => point?.step === terms.steps)
    .map((point) => point!.scores);
  const said = crops ? sentences(finished, terms.plans, names, crops.labels, times) : [];
  return html`<section class="verdict" role="status">
    <h2>${words.verdict.title}</h2>
    ${said.length > 0 ? said : html`<p>${words.verdict.wait}</p>`}
  </section>`;
}

/** The crops that one of the first two gets right and the other wrong, and a confusion matrix for each network. */
export function answers({ crops, terms, last }: Course, names: readonly string[]) {
  if (!crops || !last) return nothing;
  const { task, side } = terms.dataset;
  const classes = words.classes[task];
  const pair = [0, 1].map((i) => ({ name: names[i], score: last[i] }));
  const table = (name: string, i: number) =>
    confusionTable(words.confusion(name), { names: classes }, crops.labels, last[i].answers);
  return html`
    <h2>${words.differTitle}</h2>
    <in-turn .view=${() => differing(crops, side, classes, pair)}></in-turn>
    <h2>${words.confusionTitle}</h2>
    <div class="matrices">${names.map((name, i) => html`<in-turn .view=${() => table(name, i)}></in-turn>`)}</div>`;
}
