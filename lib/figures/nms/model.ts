import {
  type Box,
  type Detection,
  intersectionOverUnion,
  suppressionVerdicts,
  type Verdict,
} from '../../detection/index.ts';
import type { Declaration, Values } from '../../parameters/index.ts';
import { normal, random } from '../../random/index.ts';
import { timeline } from '../kit/timeline.ts';

/** Side of the piece of picture, px. */
export const SIDE = 42;
/** Side of a car's box: it stands at a slant, so the box is square and mostly empty. */
export const BOX = 18;

export const parameters = {
  threshold: {
    kind: 'number',
    label: 'IoU threshold',
    min: 0.1,
    max: 0.9,
    step: 0.05,
    default: 0.6,
    help: 'A box gives way when it overlaps a better one by more than this.',
  },
  distance: {
    kind: 'integer',
    label: 'From car to car',
    min: 7,
    max: 20,
    default: 10,
    unit: 'px',
  },
  perCar: { kind: 'integer', label: 'Boxes a car', min: 2, max: 5, default: 4 },
  seed: {
    kind: 'integer',
    label: 'Draw',
    min: 0,
    max: 99,
    default: 15,
    help: 'One number, one set of boxes.',
  },
} as const satisfies Declaration;

export type Params = Values<typeof parameters>;

/** The boxes of the two cars, px. */
export function cars({ distance }: Params): [Box, Box] {
  const top = (SIDE - BOX) / 2;
  const at = (x: number): Box => ({ x: x - BOX / 2, y: top, width: BOX, height: BOX });
  return [at(SIDE / 2 - distance / 2), at(SIDE / 2 + distance / 2)];
}

/** What a detector might say of them: boxes around each car, the better the surer, with a little chance. */
export function candidates(params: Params): Detection[] {
  return cars(params).flatMap((car, i) => {
    const next = random(params.seed, i);
    return Array.from({ length: params.perCar }, () => {
      const [dx, dy, dw, dh] = Array.from({ length: 4 }, () => 1.35 * normal(next));
      const box = {
        x: car.x + dx - dw / 2,
        y: car.y + dy - dh / 2,
        width: BOX + dw,
        height: BOX + dh,
      };
      const luck = 0.12 * next();
      return { ...box, classIndex: 0, score: 0.98 * intersectionOverUnion(car, box) ** 0.8 - luck };
    });
  });
}

export interface Round {
  /** Place of the box that stays, in the verdicts. */
  keeper: number;
  /** Places of those that give way to it. */
  losers: number[];
}

export interface Model {
  /** Best first. */
  verdicts: Verdict[];
  /** One for each box that stays. */
  rounds: Round[];
  /** Which car each verdict's box is nearest to, 0 or 1. */
  carOf: number[];
}

export function modelOf(params: Params): Model {
  const verdicts = suppressionVerdicts(candidates(params), params.threshold);
  const rounds = verdicts.flatMap(({ by }, keeper) =>
    by === undefined
      ? [{ keeper, losers: verdicts.flatMap((v, i) => (v.by === keeper ? [i] : [])) }]
      : [],
  );
  const [left, right] = cars(params);
  const carOf = verdicts.map(({ detection }) =>
    intersectionOverUnion(detection, left) >= intersectionOverUnion(detection, right) ? 0 : 1,
  );
  return { verdicts, rounds, carOf };
}

/** How many of the two cars have a box of their own left. */
export function carsFound({ rounds, carOf }: Model): number {
  return new Set(rounds.map(({ keeper }) => carOf[keeper])).size;
}

export function acts({ rounds }: Model) {
  return timeline([
    { name: 'sort', label: 'best first', seconds: 1 },
    ...rounds.flatMap(({ keeper, losers }, i) => [
      { name: `keep ${i}`, label: `box ${keeper + 1} stays`, seconds: 0.9 },
      ...(losers.length > 0
        ? [
            {
              name: `drop ${i}`,
              label: `${losers.length} give way to box ${keeper + 1}`,
              seconds: 1.1,
            },
          ]
        : []),
    ]),
    { name: 'rest', label: 'what is left', seconds: 0.8 },
  ]);
}

/** "2 boxes are left for 2 cars." */
export function outcome(model: Model): string {
  const left = model.rounds.length;
  const found = carsFound(model);
  const boxes = `${left} ${left === 1 ? 'box' : 'boxes'}`;
  if (found < 2) return `${boxes} left for 2 cars: one car is lost`;
  return left > 2 ? `${boxes} left for 2 cars: too many` : `${boxes} left for 2 cars`;
}

export function describe(params: Params, t: number): string {
  const model = modelOf(params);
  const time = acts(model);
  const { verdicts, rounds } = model;
  const [left, right] = cars(params);
  const what = `Two cars stand ${params.distance} px apart; their true boxes overlap with IoU ${intersectionOverUnion(left, right).toFixed(2)}. A detector says ${verdicts.length} boxes. Threshold ${params.threshold}.`;
  if (time.progress('rest', t) === 1) return `${what} ${outcome(model)}.`;
  const round = rounds.findLastIndex((_, i) => time.progress(`keep ${i}`, t) > 0);
  if (round < 0) return t === 0 ? what : `${what} They are sorted, the surest first.`;
  const { keeper, losers } = rounds[round];
  const stays = `Box ${keeper + 1}, score ${verdicts[keeper].detection.score.toFixed(2)}, stays.`;
  if (losers.length === 0 || time.progress(`drop ${round}`, t) === 0) return `${what} ${stays}`;
  const list = losers.map((i) => `${i + 1} (IoU ${verdicts[i].overlap.toFixed(2)})`).join(', ');
  return `${what} ${stays} These overlap it by more than ${params.threshold} and give way: ${list}.`;
}
