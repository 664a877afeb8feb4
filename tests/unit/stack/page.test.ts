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
import { namesOf } from '#components/train/names.ts';
import {
  madeFair,
  plansOf,
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
  writeStack,
} from '#lib/stack/index.ts';
import { MOST_MACS, pairOf, priceOf } from '#lib/training/plan.ts';

describe('what goes to the training', () => {
  it.each([
    ['spd.16_spd.32', 'strided.13_max.8', 16],
    ['published.1', 'spd.2_blur.4_max.8_strided-6.3_average.4', 32],
    ['spd.16_spd.32_spd.64', 'strided.16_strided.32_strided.64', 16],
    ['spd.16', 'strided-6.256_spd.256_spd.256', 16],
  ])(
    'of %s and %s is both of them, whole, and is understood there without a complaint',
    (first, second, side) => {
      const stacks = [first, second].map((text) => readStack(text)!);
      const query = new URLSearchParams(trainQuery(stacks[0], stacks[1]));
      const { values, errors } = parse(trainDeclaration, query, trainConstrain);
      expect(errors).toEqual([]);
      const plans = plansOf(values);
      expect(plans.map(({ side: own }) => own)).toEqual([side, side]);
      plans.forEach(({ stages }, i) => {
        expect(stages.map(({ way }) => way)).toEqual(stacks[i].map(({ way }) => way));
      });
      expect(plans[0].stages).toEqual(stacks[0]);
      // Only what a browser could not learn goes there narrower.
      expect(writeStack(plans[1].stages) === second).toBe(!second.includes('256'));
      expect(priceOf(plans[1]).macs).toBeLessThanOrEqual(MOST_MACS);
    },
  );
});

describe('the networks of the training', () => {
  const read = (query: Record<string, string>) => parse(trainDeclaration, query, trainConstrain);

  it('built by hand ask for crops that can be halved as often, and say so', () => {
    const five = 'spd.2_spd.2_spd.2_spd.2_spd.2';
    const { values, errors } = read({ third: 'stack', thirdStages: five, side: '20' });
    expect(values).toMatchObject({ side: 32, thirdStages: five });
    expect(errors).toEqual(['A side of 20 px can’t be halved 5 times, so the crops have 32 px.']);
    expect(plansOf(values).map(({ side }) => side)).toEqual([32, 32, 32]);
  });

  it('fall back on the usual stack where a text names none, and cut down one that costs too much', () => {
    const wrong = read({ first: 'stack', firstStages: 'spd.8_oops' });
    expect(wrong.errors).toEqual([expect.stringMatching(/^firstStages names no stack: /)]);
    expect(plansOf(wrong.values)[0].stages).toEqual(readStack('spd.8_spd.16'));
    const wide = read({ first: 'stack', firstStages: 'spd.256_spd.256' });
    expect(wide.errors).toEqual([expect.stringMatching(/cost too much work/)]);
  });

  it('have names that tell them apart, and become fair rivals in proportion', () => {
    const { values } = read({
      first: 'stack',
      firstStages: 'spd.8_strided.16_spd.32',
      second: 'stack',
      secondStages: 'strided.8_strided.16_strided.32',
      third: 'strided',
    });
    expect(namesOf(plansOf(values))).toEqual([
      'SPD, 3×3 → Strided 3×3 → SPD, 3×3',
      'Strided 3×3, 3 times',
      'Strided 3×3',
    ]);
    const fair = plansOf(madeFair(values, 'macs'));
    for (const plan of fair)
      expect(Math.abs(Math.log(priceOf(plan).macs / priceOf(fair[0]).macs))).toBeLessThan(0.1);
    expect(pairOf(fair[2].stages)?.way).toBe('strided');
    const [a, , c] = fair[1].stages.map(({ width }) => width);
    expect(c / a).toBeCloseTo(4, 0);
  });
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
