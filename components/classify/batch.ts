// A batch from the reader's disk through the networks: how often each is right, at each size.
import { html, nothing, type TemplateResult } from 'lit';
import { confusionTable } from '#components/kit/confusion.ts';
import { classify as words } from '#content/words/en/classify.ts';
import {
  best,
  CLASSES,
  type Labelled,
  onlyRight,
  rightShare,
  SIDE,
  SIDES,
  type Side,
  spread,
} from '#lib/classify/index.ts';
import { overPictures } from '#lib/results/index.ts';
import { answersTo, type Judge } from './looking.ts';
import { nameOf } from './parameters.ts';

/** What was counted so far. */
export interface Counted {
  /** Of the networks, for the reader. */
  names: string[];
  labels: number[];
  /** Answers by network and size: [judge][side][picture]. */
  answers: number[][][];
  /** Top-1 on all test pictures as their cards have it, per cent: [judge][side]. */
  known: (number | undefined)[][];
}

/** Pictures in one pass, at each size. */
const AT_ONCE = 20;

/**
 * Pictures spread evenly over the batch, some at a time.
 *
 * @throws EngineError `cancelled` when the signal stops it; what was told by then stands
 */
export async function countBatch(
  judges: readonly Judge[],
  batch: Labelled,
  count: number,
  { signal, tell }: { signal: AbortSignal; tell: (so: Counted) => void },
): Promise<void> {
  const places = spread(batch.labels.length, count);
  const each = 3 * SIDE * SIDE;
  let so: Counted = {
    names: judges.map(({ name }) => nameOf(name)),
    labels: [],
    answers: judges.map(() => SIDES.map(() => [])),
    known: judges.map(({ detector }) =>
      SIDES.map((side) => detector.card?.measures?.[side === SIDE ? 'top1' : `top1at${side}`]),
    ),
  };
  for (let from = 0; from < places.length; from += AT_ONCE) {
    signal.throwIfAborted();
    const some = places.slice(from, from + AT_ONCE);
    const pixels = new Uint8Array(some.length * each);
    some.forEach((place, i) => {
      pixels.set(batch.pixels.subarray(place * each, (place + 1) * each), i * each);
    });
    const answers = await answersTo(judges, pixels, signal);
    so = {
      ...so,
      labels: [...so.labels, ...some.map((place) => batch.labels[place])],
      answers: so.answers.map((of, judge) =>
        of.map((known, side) => [...known, ...answers[judge][side].map(best)]),
      ),
    };
    tell(so);
  }
}

/** The first network against each of the others, in sentences. */
export function verdicts({ names, labels, answers }: Counted, side: Side): string[] {
  const at = SIDES.indexOf(side);
  return names.slice(1).map((other, i) => {
    const [a, b] = [answers[0][at], answers[i + 1][at]];
    const { ahead, difference, margin } = overPictures(
      onlyRight(labels, a, b).length,
      onlyRight(labels, b, a).length,
      labels.length,
    );
    if (ahead === 'level') return words.verdict.level(side, names[0], other, difference, margin);
    return ahead === 'first'
      ? words.verdict.sure(side, names[0], other, difference, margin)
      : words.verdict.sure(side, other, names[0], -difference, margin);
  });
}

export function countedPart(counted: Counted, side: Side): TemplateResult {
  const { names, labels, answers, known } = counted;
  const at = SIDES.indexOf(side);
  return html`<div class="table" tabindex="0" role="region" aria-label=${words.accuracy(labels.length)}>
      <table class="accuracy">
        <caption>${words.accuracy(labels.length)}</caption>
        <thead><tr><th scope="col">${words.size}</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${SIDES.map(
          (own, i) =>
            html`<tr class=${own === side ? 'chosen' : ''}><th scope="row">${words.seen(own)}</th>${answers.map(
              (of, judge) => {
                const { share, low, high } = rightShare(labels, of[i]);
                const all = known[judge][i];
                return html`<td>${words.interval(share, low, high)}${all === undefined ? nothing : html`<small>${words.known(all)}</small>`}</td>`;
              },
            )}</tr>`,
        )}</tbody>
      </table>
    </div>
    <h3>${words.verdict.title}</h3>
    ${verdicts(counted, side).map((said) => html`<p>${said}</p>`)}
    <p class="help">${words.verdict.seeds}</p>
    <h3>${words.confusionTitle}</h3>
    <div class="matrices">${names.map((name, judge) =>
      confusionTable(
        words.confusion(name, side),
        { names: CLASSES, short: words.short },
        labels,
        answers[judge][at],
      ),
    )}</div>`;
}
