import { describe, expect, test } from 'vitest';
import { alike, isAnswer } from '../../../site/furniture/search-match.ts';

describe('what the search calls found', () => {
  test.each([
    ['stride', 'strided', true],
    ['halving', 'halved', true],
    ['convolutions', 'convolution', true],
    ['ap', 'AP'.toLowerCase(), true],
    ['nm', 'nms', true],
    ['zqxjk', 'zero', false],
    ['stridex', 'street', false],
    ['qwertz', 'quoted', false],
  ])('%s and %s: %s', (asked, found, expected) => {
    expect(alike(asked, found)).toBe(expected);
  });

  test('one marked word is enough, whatever its case', () => {
    expect(isAnswer('Focus layer', ['in <mark>Focus</mark>, the stem'])).toBe(true);
    expect(isAnswer('zqxjk', ['<mark>zeros</mark> and', 'the <mark>Zhang</mark>'])).toBe(false);
    expect(isAnswer('anything', [])).toBe(false);
  });
});
