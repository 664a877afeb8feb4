import { expect, it } from 'vitest';
import { rehypeAsked } from '../../../site/furniture/rehype-asked.mjs';

interface Node {
  type: string;
  tagName?: string;
  name?: string;
  properties?: { className?: string[] };
  children?: Node[];
  attributes?: { name: string; value: { value: string } }[];
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
const bet = (sections?: number): Node => ({
  ...part('Predict'),
  ...(sections !== undefined && {
    attributes: [{ name: 'sections', value: { value: String(sections) } }],
  }),
});
const space: Node = { type: 'text' };

/** The tree as names in brackets, without white space. */
function shape({ tagName, name, properties, children = [] }: Node): string {
  const inside = children.map(shape).filter(Boolean).join(' ');
  const own = properties?.className?.[0] ?? tagName ?? name ?? '';
  return inside ? `${own}(${inside})` : own;
}

const asked = (...children: Node[]) => {
  const tree = element('root', ...children);
  rehypeAsked()(tree);
  return shape(tree);
};

const [p, h2, h3, table] = ['p', 'h2', 'h3', 'table'].map((name) => element(name));

it('what stands behind a bet is in one box with it, up to the next heading or the next bet', () => {
  expect(asked(p, bet(), space, part('Figure'), space, p, table, p, h2, p)).toBe(
    'root(p asked(Predict Figure p table p) h2 p)',
  );
  expect(asked(h2, bet(), bet(), p, h2, bet())).toBe(
    'root(h2 asked(Predict) asked(Predict p) h2 asked(Predict))',
  );
});

it('a lower heading belongs to the section of the bet', () => {
  expect(asked(h2, bet(), p, h3, p, h2, p)).toBe('root(h2 asked(Predict p h3 p) h2 p)');
  expect(asked(h3, bet(), p, h3, p)).toBe('root(h3 asked(Predict p) h3 p)');
});

it('a bet may say how many sections wait for it', () => {
  expect(asked(h2, bet(2), p, h2, p, h2, p)).toBe('root(h2 asked(Predict p h2 p) h2 p)');
  expect(asked(h2, bet(2), p, h2, bet(), p)).toBe('root(h2 asked(Predict p h2) asked(Predict p))');
  expect(asked(h2, bet(0), p, h2)).toBe('root(h2 asked(Predict) p h2)');
});

it('in a moment of a passage too, and nothing else is moved', () => {
  const moment = part('Moment', element('h3'), bet(), element('p'));
  expect(asked(part('Passage', moment), element('p'))).toBe(
    'root(Passage(Moment(h3 asked(Predict p))) p)',
  );
});
