import { expect, it } from 'vitest';
import { rehypeKeep } from '../../../site/furniture/rehype-keep.mjs';

const text = (value: string) => ({ type: 'text', value });
const element = (tagName: string, ...children: object[]) => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

it('a formula or a control in a sentence keeps the signs behind it, and no word', () => {
  const control = { type: 'mdxJsxTextElement', name: 'Do', children: [text('turn it')] };
  const tree = element(
    'p',
    text('of '),
    element('math'),
    text(', then '),
    control,
    text('.) After '),
    element('em'),
    text(', and '),
    element('math'),
    text(' too'),
  );
  rehypeKeep()(tree);
  const shape = tree.children.map((node) =>
    'tagName' in node && node.tagName === 'span'
      ? (node as ReturnType<typeof element>).children
      : node,
  );
  expect(shape).toEqual([
    text('of '),
    [element('math'), text(',')],
    text(' then '),
    [control, text('.)')],
    text(' After '),
    element('em'),
    text(', and '),
    element('math'),
    text(' too'),
  ]);
});

it('a name keeps the number behind its hyphen, and programs stay as they are', () => {
  const program = element('code', text('ResNet-18'));
  const tree = element('p', text('A ResNet-18, and a long-known way.'), program);
  rehypeKeep()(tree);
  const kept = { ...element('span', text('ResNet-18')), properties: { className: ['kept'] } };
  expect(tree.children).toEqual([
    text('A '),
    kept,
    text(', and a long-known way.'),
    element('code', text('ResNet-18')),
  ]);
});
