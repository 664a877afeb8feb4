import { beforeAll, describe, expect, it } from 'vitest';
import { elementDeclaration, elementOptions } from '#components/figure/element-options.ts';
import { embedDeclaration } from '#components/figure/embed-options.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';

beforeAll(() => {
  // Node has no CSS.
  Object.assign(globalThis, { CSS: { supports: (_: string, name: string) => name === 'teal' } });
});

const optionsOf = (attributes: Record<string, string>) =>
  elementOptions((name) => attributes[name] ?? null);

it('is as high as it is, and takes no picture, whatever else is asked', () => {
  expect(optionsOf({})).toMatchObject({ contain: false, theme: 'system', errors: [] });
  expect([...optionsOf({ hide: 'share' }).hidden].sort()).toEqual(['picture', 'share']);
  expect(optionsOf({ fit: 'contain', bg: 'teal' })).toMatchObject({
    contain: true,
    ground: 'teal',
  });
});

it('an attribute without a value says yes', () => {
  expect(optionsOf({ autoplay: '', loop: '' })).toMatchObject({ autoplay: true, loop: true });
});

it('bad values are clamped, with a sentence each', () => {
  const { speed, show, errors } = optionsOf({ speed: '99', controls: 'few', bg: 'url(x)' });
  expect({ speed, show }).toEqual({ speed: embedDeclaration.speed.max, show: 'all' });
  expect(errors).toHaveLength(3);
});

/** Attributes that HTML gives to every element, and those that say which figure and which moment. */
const TAKEN =
  'accesskey class contenteditable dir draggable enterkeyhint hidden id inert inputmode is itemid itemprop lang nonce part popover role slot spellcheck style tabindex title translate name step at'.split(
    ' ',
  );

describe.each(figureNames)('%s', (name) => {
  it('has no parameter that is an attribute of another meaning', async () => {
    const figure = await loadFigure(name, english);
    const names = Object.keys(figure.parameters).map((one) => one.toLowerCase());
    const others = [...TAKEN, ...Object.keys(elementDeclaration)];
    expect(names.filter((one) => others.includes(one))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
