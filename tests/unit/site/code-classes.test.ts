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
