// From two stacks to the page that trains: each becomes the halvings of a network there.
import { html, type TemplateResult } from 'lit';
import { inSite } from '#components/kit/in-site.ts';
import { stack as words } from '#content/words/en/stack.ts';
import { train } from '#content/words/en/train.ts';
import { type Stack, writeStack } from '#lib/stack/index.ts';
import { learnable, sideFor } from '#lib/training/plan.ts';

/** Classes of the task that the page begins with; they hardly count in the work. */
const CLASSES = 10;

/** What is trained of two stacks, and on what. */
export interface Training {
  /** Side of the crops, pixels. */
  side: number;
  /** The stacks as they are learnt: narrower where they cost too much. */
  stacks: readonly [first: Stack, second: Stack];
}

export function trainingOf(first: Stack, second: Stack): Training {
  const side = sideFor(Math.max(first.length, second.length));
  const learnt = (stages: Stack) => learnable({ stages, side, classes: CLASSES });
  return { side, stacks: [learnt(first), learnt(second)] };
}

/** The query of the page that trains both. */
export function trainQuery(first: Stack, second: Stack): string {
  const { side, stacks } = trainingOf(first, second);
  return new URLSearchParams({
    first: 'stack',
    firstStages: writeStack(stacks[0]),
    second: 'stack',
    secondStages: writeStack(stacks[1]),
    side: String(side),
  }).toString();
}

const widthsOf = (stack: Stack) => words.train.widths(stack.map(({ width }) => width));

export function trainBoth(first: Stack, second: Stack): TemplateResult {
  const { side, stacks } = trainingOf(first, second);
  const said = stacks.map((stack) =>
    words.train.network(
      stack.map(({ way }) => train.ways[way]),
      widthsOf(stack),
    ),
  );
  const halvings = Math.max(first.length, second.length);
  const narrowed = [first, second].flatMap((stack, i) => {
    const place = i === 0 ? words.places.first : words.places.second;
    const [was, is] = [widthsOf(stack), widthsOf(stacks[i])];
    return was === is ? [] : [words.train.narrowed(place, was, is)];
  });
  return html`<h2>${words.train.title}</h2>
    <p class="train">${words.train.note(said[0], said[1], side)}${words.train.room(halvings, side)}${narrowed}</p>
    <p><a class="primary" href=${`${inSite('/train/')}?${trainQuery(first, second)}`}>${words.train.link}</a></p>`;
}
