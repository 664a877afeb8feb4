import { describe, expect, it } from 'vitest';
import { codeClasses } from '../../../site/furniture/code-classes.mjs';

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

const textOf = ({ value, children = [] }: Node): string => value ?? children.map(textOf).join('');
/** The text with a bar where it may break. */
const barred = (node: Node): string =>
  node.tagName === 'wbr' ? '|' : (node.value ?? (node.children ?? []).map(barred).join(''));

function lineOf(...tokens: string[]): Node {
  const line: Node = {
    type: 'element',
    tagName: 'span',
    properties: {},
    children: tokens.map((value) => ({
      type: 'element',
      tagName: 'span',
      properties: { class: 'of-name' },
      children: [{ type: 'text', value }],
    })),
  };
  codeClasses().line.call({ addClassToHast: () => {} }, line);
  return line;
}

describe('a line of a program', () => {
  it('that is too long for a phone may break behind its brackets, and is copied as it is', () => {
    const tokens = [
      '        [',
      'numpy_helper.from_array(np.array(shape), name)',
      ' for x in f()]',
    ];
    const line = lineOf(...tokens);
    expect(barred(line)).toBe(
      '        [numpy_helper.from_array(|np.array(|shape), name) for x in f()]',
    );
    expect(textOf(line)).toBe(tokens.join(''));
  });

  it('that is short stays in one piece', () => {
    expect(barred(lineOf('print(', 'list(x))'))).toBe('print(list(x))');
  });
});

it('a short text in quotes is not broken at its hyphens; a long one has to be', () => {
  const given = (value: string) => {
    const classes: string[] = [];
    codeClasses().span.call(
      { addClassToHast: (_: unknown, name: string) => classes.push(name) },
      {
        properties: { style: '--shiki-light:#032563;--shiki-dark:#ADDCFF' },
        children: [{ type: 'text', value }],
      },
    );
    return classes;
  };
  expect(given("'@tensorflow/tfjs-core'")).toEqual(['of-string', 'kept']);
  expect(given("'detector'")).toEqual(['of-string']);
  expect(given("'@tensorflow/tfjs-core/dist/register'")).toEqual(['of-string']);
});
