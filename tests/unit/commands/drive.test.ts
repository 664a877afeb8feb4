import { expect, it } from 'vitest';
import { readArchitectures } from '#commands/architectures.ts';
import { rawIn } from '#commands/drive/look.ts';
import { oddMessage, oddPicture, oddQuery, oddWeights } from '#commands/drive/odd.ts';
import { random } from '#lib/random/index.ts';

const catalogue = readArchitectures();

it('a seed says what odd things a drive hands in', () => {
  const made = (seed: number) => {
    const next = random(seed);
    return [
      oddQuery(next, ['seed', 'noise']),
      JSON.stringify(oddMessage(next, ['step'])),
      oddWeights(next, catalogue),
      oddPicture(next),
    ];
  };
  expect(made(5)).toEqual(made(5));
  expect(made(5)).not.toEqual(made(6));
});

it('words that no reader should see are told from those that may stand there', () => {
  const raw = [
    'AP NaN',
    'Unexpected token < in JSON',
    'TypeError: x is not a function',
    'found undefined of 3',
    '[object Object]',
    'Failed to fetch',
    'M0,NaNL3,4',
    'engine.notRead(safetensors.another())',
  ];
  expect(raw.filter((text) => rawIn([text]).length === 1)).toEqual(raw);
  const fine = [
    '3 of 16 found',
    'Nancy is in France',
    'The engine was stopped.',
    'model.3.conv.weight (8 x 3)',
    'M0,1L3,4',
  ];
  expect(rawIn(fine)).toEqual([]);
  expect(rawIn([`${'a'.repeat(300)} NaN`])[0].length).toBeLessThan(130);
});
