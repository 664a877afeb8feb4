import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '#components/decide/facts.ts';
import { declaration, situationOf } from '#components/decide/parameters.ts';
import { decide as words } from '#content/words/en/decide.ts';
import {
  decide,
  devices,
  type Kind,
  MULTIPLE,
  type Situation,
  sizes,
  type Verdict,
} from '#lib/decide/index.ts';
import { buildGraph, widenTo } from '#lib/model/index.ts';
import { defaults } from '#lib/parameters/index.ts';
import { gap } from '../content/rows.ts';
import { catalogue } from '../model/architectures.ts';

const situation = fc.record({
  object: fc.integer({ min: 2, max: 300 }),
  picture: fc.integer({ min: 64, max: 8000 }),
  input: fc.integer({ min: 2, max: 60 }).map((n) => n * MULTIPLE),
  size: fc.constantFrom(...sizes),
  device: fc.constantFrom(...devices),
  file: fc.boolean(),
  budget: fc.integer({ min: 10, max: 60 }).map((n) => n / 10),
});
const usual = situationOf(defaults(declaration));
/** Small, and with no more pixels to be had. */
const whole: Situation = { ...usual, picture: 640, object: 12 };
const of = (given: Situation, kind: Kind) =>
  decide(given, facts).options.find((option) => option.kind === kind)!;

const CASES: [Partial<Situation>, Verdict, Kind | undefined][] = [
  [{ object: 32 }, 'large', 'now'],
  [{ picture: 1920, object: 40 }, 'pixels', 'larger-input'],
  [{ picture: 1920, object: 40, device: 'mcu', file: true }, 'pixels', 'larger-input'],
  [{ picture: 1920, object: 40, budget: 1 }, 'dear', 'now'],
  [{ budget: 1.5 }, 'dear', 'now'],
  [{ budget: 1.5, device: 'mcu' }, 'dear', 'now'],
  [{}, 'wide', 'wide'],
  [{ device: 'gpu' }, 'wide', 'wide'],
  [{ device: 'npu' }, 'wide', 'wide'],
  [{ device: 'npu', size: 'n', file: true }, 'measure', undefined],
  [{ device: 'npu', file: true }, 'measure', undefined],
  [{ device: 'mcu' }, 'memory', undefined],
  [{ device: 'mcu', file: true }, 'memory', undefined],
  [{ file: true }, 'try', 'published'],
  [{ file: true, device: 'gpu' }, 'try', 'published'],
  // Size n's rival does 2.03 times the work, SPD itself 1.97 times.
  [{ size: 'n', budget: 2 }, 'try', 'published'],
];

describe('decide', () => {
  it.each(CASES)('%o: %s', (given, verdict, answer) => {
    const found = decide({ ...whole, ...given }, facts);
    expect([found.verdict, found.answer]).toEqual([verdict, answer]);
    if (answer) expect(found.options.map(({ kind }) => kind)).toContain(answer);
    if (verdict !== 'large')
      expect(of({ ...whole, ...given }, answer ?? 'now').affordable).toBe(true);
  });

  it('reaches every verdict that has words', () => {
    const reached = new Set(CASES.map(([, verdict]) => verdict));
    expect([...reached].sort()).toEqual(Object.keys(words.verdicts).sort());
  });

  it('scales the work by the pixels, as the counts do', () => {
    for (const side of [320, 1280])
      expect(of({ ...usual, input: side, picture: 640 }, 'published').macs).toBeCloseTo(
        buildGraph(catalogue.get('yolov5s-spd'), { size: side }).macs,
        -1,
      );
  });

  it('never calls affordable what goes beyond the budget, nor offers more pixels than there are', () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { options, object, equalInput } = decide(given, facts);
        for (const option of options) {
          const most = Math.max(option.factor, option.time ?? 0);
          expect(option.affordable).toBe(most <= given.budget * (1 + 1e-9));
          expect(option.input % MULTIPLE).toBe(0);
          expect(option.object).toBeLessThanOrEqual(given.object);
          expect(option.object).toBeGreaterThanOrEqual(object);
        }
        expect(options[0].factor).toBe(1);
        expect(equalInput).toBeGreaterThanOrEqual(given.input);
      }),
    );
  });

  it('knows what the same work buys in pixels', () => {
    expect(decide(usual, facts).object).toBeCloseTo(13.33, 2);
    expect(decide(usual, facts).equalInput).toBe(896);
  });
});

describe('what it rests on', () => {
  it.each(sizes)('the rival of size %s does SPD’s work, with more weights', (size) => {
    const { published, wide, strided } = facts.costs[size];
    expect(Math.abs(wide.macs / published.macs - 1)).toBeLessThan(0.03);
    // “Only where the file must stay small does SPD, with its fewer weights, come first.”
    expect(wide.parameters).toBeGreaterThan(1.4 * published.parameters);
    expect(published.largest).toBe(2 * strided.largest);
    expect(wide.largest).toBeGreaterThan(strided.largest);
    expect(wide.largest).toBeLessThan(published.largest);
    expect([strided.moved, wide.moved]).toEqual([0, 0]);
    expect(published.moved).toBeGreaterThan(published.largest);
  });

  it('tells the rival’s long runs from SPD’s by nothing that is sure', () => {
    // “The strided network scored as high in our long runs.”
    const core = { plan: 'core' };
    expect(gap('detectors', 'yolov5p-spd', 'yolov5p-wide-macs', 'AP', core).sure).toBe(false);
  });

  it('widens as little as it must', () => {
    const plain = catalogue.get('yolov5n');
    const { macs } = buildGraph(plain);
    expect(widenTo(plain, macs).macs).toBe(macs);
    expect(widenTo(plain, 0).macs).toBeLessThan(macs);
  });

  it('says of a time only what was measured or printed', () => {
    const known = (device: Situation['device'], size: Situation['size'] = 's') =>
      Object.fromEntries(
        decide({ ...whole, device, size }, facts).options.map(({ kind, time }) => [
          kind,
          time?.toFixed(2),
        ]),
      );
    expect(known('cpu')).toMatchObject({
      now: '1.00',
      published: '1.75',
      wide: '1.78',
      fork: '0.87',
    });
    expect(known('cpu')['larger-model']).toBeUndefined();
    expect(known('gpu')).toMatchObject({ published: '1.14', wide: undefined });
    expect(known('npu')).toMatchObject({ published: '4.29', wide: undefined });
    expect(known('npu', 'm')).toMatchObject({ now: undefined, published: undefined });
    expect(known('mcu')).toMatchObject({ now: undefined, published: undefined });
    expect(facts.gains).toMatchObject({ published: expect.not.stringContaining('*') });
    expect(facts.gains.drawn).toContain('*');
  });

  it.each(devices)('has a reason for %s that says what is not measured', (device) => {
    for (const size of sizes) {
      const given = { ...whole, device, size };
      const text = words.reasons(given, decide(given, facts)).join(' ');
      expect(text).not.toMatch(/NaN|undefined/);
      if (device === 'cpu') expect(text).toContain('our own small detector');
      else expect(text).toMatch(/measured nothing|nothing was measured|not been measured/);
    }
  });
});
