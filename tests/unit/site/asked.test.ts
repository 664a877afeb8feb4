import { expect, it } from 'vitest';
import { rehypeAsked } from '../../../site/furniture/rehype-asked.mjs';

interface Node {
  type: string;
  tagName?: string;
  name?: string;
  properties?: { className?: string[] };
  attributes?: { name: string; value?: string }[];
  children?: Node[];
}

const element = (tagName: string, ...children: Node[]): Node => ({
  type: 'element',
  tagName,
  children,
});
const part = (name: string, ...children: Node[]): Node => ({
  type: 'mdxJsxFlowElement',
  name,
  children,
});
const bet = () => part('Predict');
const space: Node = { type: 'text' };

/** The tree as names in brackets, without white space. */
function shape({ tagName, name, properties, children = [] }: Node): string {
  const inside = children.map(shape).filter(Boolean).join(' ');
  const own = properties?.className?.[0] ?? tagName ?? name ?? '';
  return inside ? `${own}(${inside})` : own;
}

const asked = (of: 'main' | 'reference', ...children: Node[]) => {
  const tree = element('root', ...children);
  rehypeAsked()(tree, { data: { astro: { frontmatter: { part: of } } } });
  return shape(tree);
};

it('what stands behind a bet is in one box with it, up to the next heading or the next bet', () => {
  const [p, h2, h3] = ['p', 'h2', 'h3'].map((name) => element(name));
  expect(asked('main', p, bet(), space, part('Figure'), space, p, h2, p)).toBe(
    'root(p asked(Predict Figure p) h2 p)',
  );
  expect(asked('main', bet(), bet(), p, h3, bet())).toBe(
    'root(asked(Predict) asked(Predict p) h3 asked(Predict))',
  );
});

it('in a moment of a passage too, and nothing else is moved', () => {
  const moment = part('Moment', element('h3'), bet(), element('p'));
  expect(asked('main', part('Passage', moment), element('p'))).toBe(
    'root(Passage(Moment(h3 asked(Predict p))) p)',
  );
});

it('in the reference only the paragraphs that follow at once: what is looked up stays in sight', () => {
  const [p, table] = [element('p'), element('table')];
  expect(asked('reference', bet(), space, p, space, p, table, p)).toBe(
    'root(asked(Predict p p) table p)',
  );
  expect(asked('reference', bet(), part('Figure'), p)).toBe('root(asked(Predict) Figure p)');
});

it('and there the paragraphs on what the bet holds, which say what is seen in it', () => {
  const [p, list] = [element('p'), element('ul')];
  const figure = { ...part('Figure'), attributes: [{ name: 'held' }] };
  const chart = { ...part('div'), attributes: [{ name: 'class', value: 'held' }] };
  expect(asked('reference', bet(), space, figure, space, p, p, list, p)).toBe(
    'root(asked(Predict Figure p p) ul p)',
  );
  expect(asked('reference', bet(), chart, p, part('Runs'), p)).toBe(
    'root(asked(Predict div p) Runs p)',
  );
});
