// What the chapter on losses says of condition numbers, and whether the recorded file is what its command computes.
import { describe, expect, it } from 'vitest';
import { halving, type Way, ways } from '#commands/conditions/ways.ts';
import { measure } from '#commands/conditions.ts';
import { readMeasured } from '#commands/measured.ts';
import { statisticOf } from '#components/kit/measured.ts';
import { large } from '#content/words/en/large.ts';
import { levels } from '#lib/figures/rebuild/condition.ts';
import { modelOf, type Params, pictureOf, rebuiltFrom } from '#lib/figures/rebuild/model.ts';
import { type Border, leastSquares, wrappedValues } from '#lib/spd/index.ts';

const median = (way: Way, side: number, border: Border, channels = 4, of = 'condition') =>
  statisticOf('conditions', way, of, { side, border, channels }).mean;

const { rows } = readMeasured().find(({ experiment }) => experiment === 'conditions')!;
const car = (values: Partial<Params>) => {
  const params: Params = {
    via: 'strided',
    kernel: 3,
    channels: 4,
    draw: 2,
    scene: 0,
    filters: '',
    precision: 'float16',
    border: 'zeros',
    ...values,
  };
  const model = modelOf(params);
  const { error } = rebuiltFrom(model, pictureOf(), params);
  return { error, condition: model.answer.condition };
};

describe('npm run conditions', () => {
  it('recorded every way at every width from two to eight channels, with and without a border', () => {
    for (const way of ways)
      for (const border of ['zeros', 'wrap'])
        for (const side of border === 'wrap' ? [8, 16] : [8])
          for (let channels = 2; channels <= 8; channels++)
            expect(
              rows.filter(
                (row) =>
                  row.variant === way &&
                  row.border === border &&
                  row.side === side &&
                  row.channels === channels,
              ),
            ).toHaveLength(1);
  });

  it.each(ways)('%s: the recorded numbers come out again', (way) => {
    for (const border of ['zeros', 'wrap'] as const) {
      const row = rows.find(
        (one) =>
          one.variant === way && one.border === border && one.side === 8 && one.channels === 3,
      )!;
      const again = measure(way, 8, 3, border, Number(row.draws));
      for (const name of ['condition', 'least'] as const)
        if (row[name] === null) expect(again[name]).toBeNull();
        else expect(again[name]! / Number(row[name])).toBeCloseTo(1, 2);
    }
  });

  it.each(ways)(
    '%s: what float16 adds to a rebuilt car comes out again',
    { timeout: 60_000 },
    (way) => {
      const row = rows.find(
        (one) =>
          one.variant === way && one.border === 'zeros' && one.side === 16 && one.channels === 2,
      )!;
      const again = measure(way, 16, 2, 'zeros', Number(row.draws));
      for (const name of ['float16', 'float16 least', 'float16 most'] as const)
        expect(again[name]! / Number(row[name])).toBeCloseTo(1, 2);
    },
  );

  it('takes the same number from frequencies as from the matrix, where a picture wraps around', () => {
    for (const way of ways.filter((name) => !name.endsWith('pool'))) {
      const matrix = halving(way, 8, 3, 5, 'wrap');
      const values = wrappedValues(matrix.slice(0, 3), 8);
      expect(leastSquares(matrix).condition / (values[0] / values[47])).toBeCloseTo(1, 4);
    }
  });
});

describe('the chapter', () => {
  it('the border explodes, the window does not', () => {
    const zeros = [8, 16, 24].map((side) => median('strided-3x3', side, 'zeros'));
    expect(zeros[1]).toBeGreaterThan(50 * zeros[0]);
    expect(zeros[2]).toBeGreaterThan(50 * zeros[1]);
    const wrapped = [8, 16, 24].map((side) => median('strided-3x3', side, 'wrap'));
    expect(Math.max(...wrapped)).toBeLessThan(3 * Math.min(...wrapped));
    expect(Math.max(...wrapped)).toBeLessThan(200);
    expect(median('spd-published', 16, 'zeros')).toBeGreaterThan(1000);
  });

  it('windows side by side are firm, whatever the border and the size', () => {
    for (const way of ['strided-2x2', 'spd-1x1'] as const) {
      const all = [8, 16, 24].flatMap((side) => [
        median(way, side, 'zeros'),
        median(way, side, 'wrap'),
      ]);
      expect(Math.max(...all)).toBeLessThan(25);
    }
  });

  it('even windows that overlap are no better without a border, and fragile with one, but less so', () => {
    for (const way of ['strided-4x4', 'strided-6x6', 'spd-3x3'] as const) {
      const [even, uneven] = [median(way, 16, 'wrap'), median('strided-3x3', 16, 'wrap')];
      expect(even / uneven).toBeGreaterThan(0.5);
      expect(even / uneven).toBeLessThan(2.5);
      const framed = median(way, 16, 'zeros');
      expect(framed).toBeGreaterThan(300);
      expect(framed).toBeLessThan(median('strided-3x3', 16, 'zeros') / 10);
    }
  });

  it('pooling deletes frequencies', () => {
    for (const way of ['avgpool', 'blurpool'] as const)
      expect(
        rows.find((row) => row.variant === way && row.border === 'wrap' && row.channels === 4)!
          .condition,
      ).toBeNull();
  });

  it('four channels are the hardest: two and eight are firm', () => {
    for (const way of ['strided-3x3', 'spd-1x1'] as const)
      for (const channels of [2, 8]) expect(median(way, 8, 'zeros', channels)).toBeLessThan(25);
    for (const channels of [2, 3, 5, 6, 7, 8])
      expect(median('strided-3x3', 8, 'zeros', channels)).toBeLessThan(
        median('strided-3x3', 8, 'zeros') / 10,
      );
  });

  it('the car in float16: gone with a border, there without one and with space-to-depth', () => {
    expect(car({}).error).toBeGreaterThan(256);
    expect(car({ border: 'wrap' }).error).toBeLessThan(2);
    expect(car({ via: 'spd', kernel: 1 }).error).toBeLessThan(2);
  });

  it('what float16 costs: the picture with 3×3, nothing with space-to-depth, and by luck', () => {
    const cost = (way: Way, of = 'float16', channels = 4) => median(way, 16, 'zeros', channels, of);
    expect(cost('strided-3x3')).toBeGreaterThan(256);
    expect(cost('spd-1x1')).toBeLessThan(0.5);
    expect(cost('spd-3x3')).toBeLessThan(0.5);
    // Of the other convolutions none costs three grey levels.
    for (const way of ways.filter((name) => !name.endsWith('pool') && name !== 'strided-3x3'))
      expect(cost(way)).toBeLessThan(3);
    expect(cost('strided-3x3', 'float16 least')).toBeLessThan(1);
    expect(cost('strided-3x3', 'float16 most')).toBeGreaterThan(1e30);
    for (const way of ways.filter((name) => !name.endsWith('pool')))
      expect(cost(way, 'float16 most', 2)).toBeLessThan(1 / 50);
    for (const way of ['strided-4x4', 'spd-published'] as const)
      expect(cost(way, 'float16 most')).toBeGreaterThan(256);
    for (const row of rows.filter((one) => one.side === 16)) expect(row.draws).toBe(20);
  });

  it('another twenty draws have another median where windows overlap, the same where not', {
    timeout: 120_000,
  }, () => {
    const other = (way: Way) => measure(way, 16, 4, 'zeros', 20, 61).float16!;
    expect(other('strided-3x3')).toBeCloseTo(34, 0);
    const [first, again] = [median('spd-1x1', 16, 'zeros', 4, 'float16'), other('spd-1x1')];
    expect(again / first).toBeGreaterThan(0.8);
    expect(again / first).toBeLessThan(1.25);
  });

  it('noise in the picture comes back as it went in, whatever the condition number', () => {
    for (const values of [{}, { border: 'wrap' }, { via: 'spd', kernel: 1 }] as const)
      expect(car({ ...values, precision: 'camera' }).error).toBeCloseTo(2, 0);
  });

  it('an error too large for tenths is written by its size', () => {
    const errors = ['0.004', '0.04', '0.4', '29.2', '451', '38920392182427'];
    expect(errors.map((text) => levels(Number(text), large))).toEqual([
      '0.0',
      '0.04',
      '0.4',
      '29.2',
      '450',
      '39 trillion',
    ]);
  });
});
