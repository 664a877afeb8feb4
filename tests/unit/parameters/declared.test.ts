// Over every parameter that the site declares: what an address asks for is understood, or answered by a sentence.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaration as classify } from '#components/classify/parameters.ts';
import { declaration as converter } from '#components/converter/parameters.ts';
import { declaration as decide } from '#components/decide/parameters.ts';
import { embedDeclaration, readEmbedOptions } from '#components/figure/embed-options.ts';
import { declaration as flow } from '#components/flow/parameters.ts';
import { parse } from '#components/kit/parse.ts';
import { declaration as lab, constrain as labAgrees } from '#components/lab/parameters.ts';
import { declaration as stack, constrain as stackAgrees } from '#components/stack/parameters.ts';
import { declaration as train, constrain as trainAgrees } from '#components/train/parameters.ts';
import {
  declaration as weights,
  constrain as weightsAgree,
} from '#components/weights/parameters.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import type { AnyValues, Constrain, Declaration, Parameter, Value } from '#lib/parameters/index.ts';

interface Declared {
  owner: string;
  declaration: Declaration;
  constrain?: Constrain;
}

const figures = await Promise.all(figureNames.map((name) => loadFigure(name, english)));
const declared: Declared[] = [
  { owner: 'the lab', declaration: lab, constrain: labAgrees as unknown as Constrain },
  { owner: 'your weights', declaration: weights, constrain: weightsAgree as unknown as Constrain },
  { owner: 'the training', declaration: train, constrain: trainAgrees as unknown as Constrain },
  { owner: 'the stacks', declaration: stack, constrain: stackAgrees as unknown as Constrain },
  { owner: 'the classification', declaration: classify },
  { owner: 'the flow', declaration: flow },
  { owner: 'the decision', declaration: decide },
  { owner: 'the converter', declaration: converter },
  { owner: 'an embed page', declaration: embedDeclaration },
  ...figures.map((figure) => ({
    owner: `figure ${figure.name}`,
    declaration: figure.parameters,
    ...(figure.constrain ? { constrain: figure.constrain.bind(figure) as Constrain } : {}),
  })),
];

const YES = ['true', '1', 'yes', 'on', ''];
const NO = ['false', '0', 'no', 'off'];

/** Whether a value is what the text says, to a reader who knows the parameter's kind. */
function says(parameter: Parameter, text: string, value: Value): boolean {
  const plain = text.trim().toLowerCase();
  switch (parameter.kind) {
    case 'integer':
    case 'number':
      return plain !== '' && Number(plain) === value && !Object.is(value, -0);
    case 'boolean':
      return value ? YES.includes(plain) : NO.includes(plain);
    case 'choice':
      return plain === String(value).toLowerCase();
    case 'text':
      return text === value;
  }
}

/** What people, programs and accidents write behind an equals sign. */
function given(parameter: Parameter): fc.Arbitrary<string> {
  const near =
    parameter.kind === 'choice'
      ? parameter.options.flatMap(({ value }) => [
          value,
          value.toUpperCase(),
          ` ${value}`,
          `${value}s`,
        ])
      : parameter.kind === 'integer' || parameter.kind === 'number'
        ? [
            parameter.min,
            parameter.max,
            parameter.min - 1,
            parameter.max + 1,
            parameter.min + 0.5,
          ].map(String)
        : ['true', 'TRUE', 'no', 'off', '2', 'x'.repeat(300)];
  return fc.oneof(
    fc.constantFrom(...near),
    fc.constantFrom(
      '',
      ' ',
      '#fff',
      'null',
      'NaN',
      'Infinity',
      '-0',
      '1e3',
      '0x10',
      '1,5',
      '٣',
      'undefined',
      '__proto__',
    ),
    fc.double().map(String),
    fc.integer({ min: -100, max: 1000 }).map(String),
    fc.string({ maxLength: 12 }),
  );
}

describe.each(declared)('$owner', ({ declaration, constrain }) => {
  it.each(Object.entries(declaration))('%s', (name, parameter) => {
    fc.assert(
      fc.property(given(parameter), (text) => {
        const query = new URLSearchParams([[name, text]]);
        const { values, errors } = parse(declaration, query, constrain);
        const value = (values as AnyValues)[name];
        if (!says(parameter, text, value))
          expect(errors, `${name}=${text} became ${value}`).not.toEqual([]);
        for (const error of errors) expect(error).toMatch(/^\S.+\.$/su);
      }),
      { numRuns: 60 },
    );
  });

  it('whatever is asked for together, what is shown can be asked for', () => {
    const everything = fc.record(
      Object.fromEntries(
        Object.entries(declaration).map(([name, parameter]) => [name, given(parameter)]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(everything, (source) => {
        const { values } = parse(declaration, source, constrain);
        expect(parse(declaration, values, constrain)).toEqual({ values, errors: [] });
      }),
      { numRuns: 200 },
    );
  });
});

describe('the ground of an embed page', () => {
  const read = (bg: string) =>
    readEmbedOptions(new URLSearchParams({ bg }), (name) => name === 'white');

  it.each([
    ['none', 'transparent'],
    ['None', 'transparent'],
    ['fff', '#fff'],
    ['#fff', '#fff'],
    [' #102030 ', '#102030'],
    ['10203080', '#10203080'],
    ['white', 'white'],
  ])('understands bg=%s', (bg, ground) => {
    expect(read(bg)).toMatchObject({ ground, errors: [] });
  });

  it.each(['', '#', 'ff', '##fff', 'url(x)', 'whitish', 'var(--ink)', 'red;color:blue'])(
    'answers bg=%s by a sentence',
    (bg) => {
      const { ground, errors } = read(bg);
      expect(ground).toBeUndefined();
      expect(errors).toEqual([`bg is none or a colour such as ffffff, not “${bg}”.`]);
    },
  );

  it('says nothing where nothing is asked', () => {
    expect(readEmbedOptions(new URLSearchParams())).toMatchObject({
      ground: undefined,
      errors: [],
    });
  });
});
