import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Costs,
  decide,
  MULTIPLE,
  type Situation,
  sizes,
  type Wiring,
} from '#lib/decide/index.ts';
import { buildGraph } from '#lib/model/index.ts';
import { catalogue } from '../model/architectures.ts';

const endings: Record<Wiring, string> = {
  strided: '',
  published: '-spd',
  drawn: '-spd-3x3',
  fork: '-spd-1x1',
};
const graph = (size: string, wiring: Wiring, side = 640) =>
  buildGraph(catalogue.get(`yolov5${size}${endings[wiring]}`), { size: side });
const costs = Object.fromEntries(
  sizes.map((size) => [
    size,
    Object.fromEntries(
      (Object.keys(endings) as Wiring[]).map((wiring) => {
        const { parameters, macs } = graph(size, wiring);
        return [wiring, { parameters, macs }];
      }),
    ),
  ]),
) as Costs;

const situation = fc.record({
  object: fc.integer({ min: 2, max: 300 }),
  picture: fc.integer({ min: 64, max: 8000 }),
  input: fc.integer({ min: 2, max: 60 }).map((n) => n * MULTIPLE),
  size: fc.constantFrom(...sizes),
  budget: fc.integer({ min: 10, max: 60 }).map((n) => n / 10),
});
const usual: Situation = { object: 40, picture: 1920, input: 640, size: 's', budget: 2.5 };

describe('decide', () => {
  it('scales the work by the pixels, as the counts do', () => {
    for (const side of [320, 1280])
      expect(decide({ ...usual, input: side, picture: 640 }, costs).options[1].macs).toBeCloseTo(
        graph('s', 'published', side).macs,
        -1,
      );
  });

  it('never offers what it calls affordable beyond the budget, nor more pixels than there are', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { options, object, equalInput } = decide(given, costs);
        for (const option of options) {
          expect(option.affordable).toBe(option.factor <= given.budget * (1 + 1e-9));
          expect(option.input % MULTIPLE).toBe(0);
          expect(option.object).toBeLessThanOrEqual(given.object);
          expect(option.object).toBeGreaterThanOrEqual(object);
        }
        expect(options[0].factor).toBe(1);
        expect(equalInput).toBeGreaterThanOrEqual(given.input);
      }),
    );
  });

  it('says pixels first where the picture has more of them', () => {
    const { verdict, object, equalInput } = decide(usual, costs);
    expect(verdict).toBe('pixels');
    expect(object).toBeCloseTo(13.33, 2);
    expect(equalInput).toBe(896);
  });

  it('says try, dear and large by its rules', () => {
    const whole = { ...usual, picture: 640, object: 12 };
    expect(decide(whole, costs).verdict).toBe('try');
    expect(decide({ ...whole, budget: 1.5 }, costs).verdict).toBe('dear');
    expect(decide({ ...whole, object: 32 }, costs).verdict).toBe('large');
  });
});
