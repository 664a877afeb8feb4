import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '#components/kit/parse.ts';
import {
  type Declaration,
  defaults,
  serialise,
  stepOf,
  type Values,
} from '#lib/parameters/index.ts';

const declaration = {
  block: { kind: 'integer', label: 'Block size', min: 2, max: 8, default: 2 },
  size: { kind: 'integer', label: 'Size', min: 4, max: 64, step: 4, default: 16, unit: 'px' },
  noise: { kind: 'number', label: 'Noise', min: 0, max: 1, default: 0.25 },
  order: {
    kind: 'choice',
    label: 'Order',
    default: 'spd',
    options: [
      { value: 'spd', label: 'published' },
      { value: 'tensorflow', label: 'TensorFlow' },
    ],
  },
  labels: { kind: 'boolean', label: 'Labels', default: true },
  title: { kind: 'text', label: 'Title', default: '', maxLength: 10 },
} as const satisfies Declaration;

const anyValues: fc.Arbitrary<Values<typeof declaration>> = fc.record({
  block: fc.integer({ min: 2, max: 8 }),
  size: fc.integer({ min: 1, max: 16 }).map((n) => 4 * n),
  noise: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
  order: fc.constantFrom('spd' as const, 'tensorflow' as const),
  labels: fc.boolean(),
  title: fc.string({ maxLength: 10 }),
});

describe('parse', () => {
  it('takes defaults for what is missing and leaves unknown names alone', () => {
    expect(parse(declaration, new URLSearchParams('theme=dark'))).toEqual({
      values: defaults(declaration),
      errors: [],
    });
  });

  it('reads back what serialise wrote, through a URL', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const query = new URLSearchParams(serialise(declaration, values)).toString();
        expect(parse(declaration, new URLSearchParams(query))).toEqual({ values, errors: [] });
      }),
    );
  });

  it('serialises nothing for the defaults', () => {
    expect(serialise(declaration, defaults(declaration))).toEqual({});
  });

  it.each([
    ['block', '99', 8, 'block is at most 8, not 99.'],
    ['block', '-1', 2, 'block is at least 2, not -1.'],
    ['block', '2.4', 2, 'block is a whole number, not 2.4; 2 is used.'],
    ['block', 'two', 2, 'block is a number, not “two”; 2 is used.'],
    ['block', '', 2, 'block is a number, not “”; 2 is used.'],
    ['block', ' ', 2, 'block is a number, not “ ”; 2 is used.'],
    ['block', 'Infinity', 2, 'block is a number, not “Infinity”; 2 is used.'],
    ['block', [3], 2, 'block is not a object.'],
    ['noise', 1.01, 1, 'noise is at most 1, not 1.01.'],
    ['noise', -0.01, 0, 'noise is at least 0, not -0.01.'],
    ['noise', ' 2 ', 1, 'noise is at most 1, not 2.'],
    [
      'order',
      `${'x'.repeat(39)}yz`,
      'spd',
      `order is one of spd, tensorflow, not “${'x'.repeat(39)}…”.`,
    ],
    ['order', 'x'.repeat(40), 'spd', `order is one of spd, tensorflow, not “${'x'.repeat(40)}”.`],
    ['size', '15', 16, 'size is a whole number in steps of 4, not 15; 16 is used.'],
    ['order', '<b>', 'spd', 'order is one of spd, tensorflow, not “<b>”.'],
    ['labels', 'maybe', true, 'labels is yes or no, not “maybe”.'],
    ['title', 'twelve chars', 'twelve cha', 'title has 12 characters; the first 10 are used.'],
  ])('%s=%s becomes %s and says so', (name, given, value, sentence) => {
    const { values, errors } = parse(declaration, { [name]: given });
    expect(values).toEqual({ ...defaults(declaration), [name]: value });
    expect(errors).toEqual([sentence]);
  });

  it.each([
    ['block', '2', 2],
    ['block', '8', 8],
    ['block', ' 3 ', 3],
    ['noise', '0', 0],
    ['noise', '1', 1],
    ['noise', '0.333', 0.333],
    ['order', 'tensorflow', 'tensorflow'],
    ['title', 'ten chars.', 'ten chars.'],
    ...['true', '1', 'yes', 'on', '', 'TRUE', true].map((given) => ['off', given, true] as const),
    ...['false', '0', 'no', 'off', 'No', false].map((given) => ['labels', given, false] as const),
  ] as const)('%s=%s is allowed and gives %s', (name, given, value) => {
    const off = { kind: 'boolean', label: 'Off', default: false } as const;
    const wider = { ...declaration, off };
    expect(parse(wider, { [name]: given })).toEqual({
      values: { ...defaults(wider), [name]: value },
      errors: [],
    });
  });

  it('keeps a whole number on its grid, which starts at the least, up to the most', () => {
    const parity = {
      n: { kind: 'integer', label: 'N', min: 3, max: 9, step: 4, default: 3 },
    } as const;
    const read = (n: number) => parse(parity, { n }).values.n;
    expect([3, 4, 5, 6, 7, 8, 9].map(read)).toEqual([3, 3, 7, 7, 7, 7, 9]);
  });

  it('keeps 200 characters of a text that declares no length', () => {
    const open = { text: { kind: 'text', label: 'Text', default: '' } } as const;
    expect(parse(open, { text: 'a'.repeat(200) }).errors).toEqual([]);
    const { values, errors } = parse(open, { text: 'a'.repeat(201) });
    expect(values.text).toBe('a'.repeat(200));
    expect(errors).toEqual(['text has 201 characters; the first 200 are used.']);
  });

  it('never throws and always gives allowed values, whatever comes in', () => {
    const junk = fc.dictionary(
      fc.constantFrom(...Object.keys(declaration)),
      fc.anything({ withObjectString: true }),
    );
    fc.assert(
      fc.property(junk, (source) => {
        const { values } = parse(declaration, source);
        expect(parse(declaration, values)).toEqual({ values, errors: [] });
      }),
    );
  });

  it('lets a constraint between parameters repair and report', () => {
    const divides = (values: Values<typeof declaration>) =>
      values.size % values.block === 0
        ? { values, errors: [] }
        : {
            values: { ...values, size: values.block * Math.ceil(values.size / values.block) },
            errors: [`block ${values.block} does not divide size ${values.size}.`],
          };
    const { values, errors } = parse(declaration, { block: 3 }, divides);
    expect(values.size).toBe(18);
    expect(errors).toEqual(['block 3 does not divide size 16.']);
  });
});

describe('the grid of a control', () => {
  const range = { label: 'N', min: 2, max: 12, default: 2 };

  it('is what is declared, else 1 for whole numbers and a hundredth of the range for others', () => {
    expect(stepOf({ ...range, kind: 'integer', step: 5 })).toBe(5);
    expect(stepOf({ ...range, kind: 'number', step: 0.5 })).toBe(0.5);
    expect(stepOf({ ...range, kind: 'integer' })).toBe(1);
    expect(stepOf({ ...range, kind: 'number' })).toBe(0.1);
  });
});
