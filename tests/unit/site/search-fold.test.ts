import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldHtml, foldQuery, unfold } from '../../../site/furniture/search-fold.ts';

describe('signs of a book and of a keyboard', () => {
  test.each([
    ['2×2', '2x2'],
    ['2 × 2', '2x2'],
    ['2\u00a0×\u00a02', '2x2'],
    ['2 X 2', '2x2'],
    ['8 × 8 × 3', '8x8x3'],
    ['a 3x3 kernel', 'a 3x3 kernel'],
    ['−1', '-1'],
    ['SPD\u2011Conv', 'SPD-Conv'],
    ['the car’s edge', "the car's edge"],
    ['index x of a row', 'index x of a row'],
    ['C × H', 'C × H'],
  ])('%s and %s are one word', (book, keyboard) => {
    expect(fold(book)).toBe(keyboard);
    expect(foldQuery(` ${book} `)).toBe(keyboard);
  });

  test('folding twice is folding once, and what is shown folds back', () => {
    const text = fc
      .array(fc.constantFrom(..."12 x×X−-’'abé\u00a0“."), { maxLength: 20 })
      .map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, (given) => {
        expect(fold(fold(given))).toBe(fold(given));
        expect(fold(unfold(fold(given)))).toBe(fold(given));
      }),
    );
  });

  test('shows the signs of a book again, also around what is marked', () => {
    expect(unfold("a <mark>2x2</mark> block of the car's edge, -3 and SPD-Conv")).toBe(
      'a <mark>2×2</mark> block of the car’s edge, −3 and SPD-Conv',
    );
  });

  test('leaves tags alone and asks for phrases by any quotation marks', () => {
    expect(foldHtml('<p title="2×2">2×2 <b id="a’">a’</b></p>')).toBe(
      '<p title="2×2">2x2 <b id="a’">a\'</b></p>',
    );
    expect(foldQuery('“strided convolution”')).toBe('"strided convolution"');
  });
});
