// The page of the stacks: what it sends to the training, what it says of its experiments, and its worker.
import { describe, expect, it, vi } from 'vitest';
import { parse } from '#components/kit/parse.ts';
import {
  constrain,
  declaration,
  EXPERIMENTS,
  stackOf,
  stagesOf,
} from '#components/stack/parameters.ts';
import { trainQuery } from '#components/stack/training.ts';
import {
  constrain as trainConstrain,
  declaration as trainDeclaration,
} from '#components/train/parameters.ts';
import { stack as words } from '#content/words/en/stack.ts';
import { FirmnessClient } from '#lib/stack/client.ts';
import {
  equalKernel,
  firmnessOf,
  footprintOf,
  keptShare,
  placed,
  readStack,
  totalCost,
} from '#lib/stack/index.ts';

describe('what goes to the training', () => {
  it.each([
    ['spd.16_spd.32', 'strided.13_max.8', 'spd', 16, 'strided', 13],
    ['published.1', 'strided-6.256', 'published', 2, 'strided-6', 64],
  ])(
    'of %s and %s is understood there without a complaint',
    (first, second, a, aWidth, b, bWidth) => {
      const query = new URLSearchParams(trainQuery(readStack(first)!, readStack(second)!));
      const { values, errors } = parse(trainDeclaration, query, trainConstrain);
      expect(errors).toEqual([]);
      expect(values).toMatchObject({
        first: a,
        firstWidth: aWidth,
        second: b,
        secondWidth: bWidth,
      });
    },
  );
});

describe('the experiments', () => {
  const [same, room, disguise] = EXPERIMENTS.map(
    (experiment) => parse(declaration, experiment, constrain).values,
  );
  const both = (values: typeof same) =>
    (['first', 'second'] as const).map((place) => stagesOf(values, place));

  it('have a title and a sentence each', () => {
    expect(words.experiments).toHaveLength(EXPERIMENTS.length);
  });

  it('the same widths: four times the work, even against uneven', () => {
    const [spd, strided] = both(same);
    expect(totalCost(spd).macs / totalCost(strided).macs).toBe(4);
    expect(footprintOf(spd).unevenness).toBe(1);
    expect(footprintOf(strided).unevenness).toBe(25);
  });

  it('room for everything: all numbers could stay, and only one way back is firm', () => {
    for (const stages of both(room)) expect(keptShare(stages)).toBe(1);
    const [spd, mean] = both(room).map((stages) => stages.map((s) => firmnessOf(s)!.condition));
    expect(Math.max(...spd)).toBeLessThan(100);
    expect(mean).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it('the disguise: no row differs', () => {
    const [spd, big] = both(disguise);
    expect(totalCost(spd)).toEqual(totalCost(big));
    expect(footprintOf(spd)).toEqual(footprintOf(big));
    expect(equalKernel(spd)).toEqual(equalKernel(big));
    spd.forEach((stage, i) => {
      const [a, b] = [stage, big[i]].map((own) => firmnessOf(own)!.condition);
      expect(Math.abs(Math.log(a / b))).toBeLessThan(1);
    });
  });
});

describe('an address', () => {
  it('with a text that names no stack gets the usual one, and a sentence', () => {
    const { values, errors } = parse(declaration, { first: 'spd.16_oops' }, constrain);
    expect(stackOf(values, 'first')).toEqual(readStack(declaration.first.default));
    expect(errors).toEqual([expect.stringMatching(/^first names no stack: .*\.$/)]);
  });
});

describe('the client', () => {
  it('computes by itself where no worker starts, and asks once for one thing', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const spawn = vi.fn(() => {
      throw new Error('no workers here');
    });
    const client = new FirmnessClient(spawn);
    const [stage] = placed(readStack('spd.8')!, { size: 32, channels: 4 });
    const [one, again] = [client.of(stage), client.of({ ...stage, input: { ...stage.input } })];
    expect(again).toBe(one);
    expect(await one).toEqual(firmnessOf(stage));
    expect(spawn).toHaveBeenCalledTimes(1);
    said.mockRestore();
  });
});
