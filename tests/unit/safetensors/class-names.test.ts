import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classNames } from '#lib/safetensors/index.ts';

const names = (text: string) => classNames(new Map([['names', text]]));

it('class names are read as JSON, and as Python prints them', () => {
  for (const text of [
    '["car", "bus"]',
    "['car', 'bus']",
    "('car', 'bus',)",
    '{"0": "car", "1": "bus"}',
    '{0: "car", 1: \'bus\'}',
    "{1: u'bus', 0: 'car', }",
  ])
    expect(names(text), text).toEqual(['car', 'bus']);
  expect(names(`{0: "driver's", 1: 'a\\'b', 3: 'caf\\xe9 \\u2713'}`)).toEqual([
    "driver's",
    "a'b",
    '',
    'café ✓',
  ]);
});

it('what is no list of names is none', () => {
  for (const text of [
    '{"0": 3}',
    '[]',
    '{}',
    'car',
    '7',
    'null',
    '["car"',
    '["car" "bus"]',
    "[None, 'a']",
  ])
    expect(names(text), text).toBeUndefined();
  expect(names("{999999999: 'far'}")).toBeUndefined();
  expect(names("{'__proto__': 'x'}")).toBeUndefined();
  expect(classNames(new Map())).toBeUndefined();
});

it('a JSON list of texts comes back, whatever the texts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (list) => {
      expect(names(JSON.stringify(list))).toEqual(list);
      expect(names(JSON.stringify({ ...list }))).toEqual(list);
    }),
  );
});

it('any text is read or not, without a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]():,"\'\\0 ab') }), (text) => {
      const found = names(text);
      expect(found === undefined || found.every((name) => typeof name === 'string')).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
