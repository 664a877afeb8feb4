import { expect, it } from 'vitest';
import { rehypeKeep } from '../../../site/furniture/rehype-keep.mjs';
import { rehypeTimes } from '../../../site/furniture/rehype-times.mjs';

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

it.each(['ResNet-18', 'SPD-Conv', 'YOLOv5-SPD'])(
  '%s, a name of two parts, keeps both on a line, and programs stay as they are',
  (name) => {
    const program = element('code', text(name));
    const tree = element('p', text(`A ${name}, and a long-known way.`), program);
    rehypeKeep()(tree);
    const kept = { ...element('span', text(name)), properties: { className: ['kept'] } };
    expect(tree.children).toEqual([
      text('A '),
      kept,
      text(', and a long-known way.'),
      element('code', text(name)),
    ]);
  },
);

it('numbers that belong to what stands before them stay with it', () => {
  const tree = element('p', text('the weights 1 2 1 with stride 2, as in chapter 3'));
  rehypeTimes()(tree);
  expect(tree.children).toEqual([
    text('the weights 1\u00a02\u00a01 with stride\u00a02, as in chapter\u00a03'),
  ]);
});
