// From two stacks to the page that trains: its networks halve twice, in one way each.
import { html, type TemplateResult } from 'lit';
import { inSite } from '#components/kit/in-site.ts';
import { stack as words } from '#content/words/en/stack.ts';
import { train } from '#content/words/en/train.ts';
import type { Stack } from '#lib/stack/index.ts';

/** Channels of the first halving that the page of the training takes. */
const [NARROWEST, WIDEST] = [2, 64];

const network = ([{ way, width }]: Stack) => ({
  way,
  width: Math.min(WIDEST, Math.max(NARROWEST, width)),
});

/** Whether a network of that page is this stack: two stages in one way, the second twice as wide. */
function isWhole(stack: Stack): boolean {
  const [first, second, ...more] = stack;
  return (
    more.length === 0 &&
    second?.way === first.way &&
    second.width === 2 * first.width &&
    network(stack).width === first.width
  );
}

/** The query of the page that trains the first stage of both. */
export function trainQuery(first: Stack, second: Stack): string {
  const [a, b] = [network(first), network(second)];
  return new URLSearchParams({
    first: a.way,
    firstWidth: String(a.width),
    second: b.way,
    secondWidth: String(b.width),
  }).toString();
}

export function trainBoth(first: Stack, second: Stack): TemplateResult {
  const said = [first, second].map((stack) => {
    const { way, width } = network(stack);
    return words.train.network(train.ways[way], width);
  });
  const left = !(isWhole(first) && isWhole(second));
  return html`<h2>${words.train.title}</h2>
    <p class="train">${words.train.note(said[0], said[1], left)}</p>
    <p><a class="primary" href=${`${inSite('/train/')}?${trainQuery(first, second)}`}>${words.train.link}</a></p>`;
}
