import { expect, it } from 'vitest';
import { rehypeNoted } from '../../../site/furniture/rehype-noted.mjs';

interface Node {
  type: string;
  tagName?: string;
  name?: string;
  value?: string;
  properties?: { className?: string[] };
  children?: Node[];
}

const element = (tagName: string, ...children: Node[]): Node => ({
  type: 'element',
  tagName,
  children,
});
const part = (name: string): Node => ({ type: 'mdxJsxFlowElement', name });
const space: Node = { type: 'text', value: '\n' };

/** The tree as names in brackets. */
function shape({ tagName, name, properties, children = [] }: Node): string {
  const own = properties?.className?.[0] ?? tagName ?? name ?? '';
  const inside = children.map(shape).filter(Boolean).join(' ');
  return inside ? `${own}(${inside})` : own;
}

const noted = (...children: Node[]) => {
  const tree = element('root', ...children);
  rehypeNoted()(tree);
  return shape(tree);
};

it('puts a note into one box with the paragraph, the list or the formula that it stands before', () => {
  const [p, ul, math] = ['p', 'ul', 'math'].map((name) => element(name));
  expect(noted(p, space, part('Note'), space, p, space, p)).toBe('root(p noted(Note p) p)');
  expect(noted(part('Note'), ul, part('Note'), math)).toBe('root(noted(Note ul) noted(Note math))');
  expect(noted(element('div', part('Note'), space, p), p)).toBe('root(div(noted(Note p)) p)');
});

it('leaves a note alone before what is wider than the text, or waits', () => {
  const p = element('p');
  expect(noted(part('Note'), space, part('Figure'), p)).toBe('root(Note Figure p)');
  expect(noted(p, part('Note'), part('Note'), p)).toBe('root(p Note noted(Note p))');
  expect(noted(p, part('Note'))).toBe('root(p Note)');
});
