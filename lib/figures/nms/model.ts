import { type Box, type Detection, intersectionOverUnion } from '../../detection/boxes.ts';
import { suppressionVerdicts, type Verdict } from '../../detection/suppress.ts';
import { normal, random } from '../../random/index.ts';
import type { Stop } from '../figure.ts';
import { stopsOf, timeline } from '../kit/timeline.ts';
import type { Params } from './parameters.ts';
import type { NmsWords } from './words.ts';

export type { Params };

/** Side of the piece of picture, px. */
export const SIDE = 42;
/** Side of a car's box: it stands at a slant, so the box is square and mostly empty. */
export const BOX = 18;

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
    { name: 'sort', seconds: 1 },
    ...rounds.flatMap(({ losers }, i) => [
      { name: `keep ${i}`, seconds: 0.9 },
      ...(losers.length > 0 ? [{ name: `drop ${i}`, seconds: 1.1 }] : []),
    ]),
    { name: 'rest', seconds: 0.8 },
  ]);
}

/** The stops in words. */
export function stops(words: NmsWords, model: Model): Stop[] {
  return stopsOf(acts(model), (act) => {
    if (act === 'sort' || act === 'rest') return words.stops[act];
    const [kind, index] = act.split(' ');
    const { keeper, losers } = model.rounds[Number(index)];
    return kind === 'keep'
      ? words.stops.keep(keeper + 1)
      : words.stops.drop(losers.length, keeper + 1);
  });
}

/** "2 boxes are left for 2 cars." */
export function outcome(words: NmsWords, model: Model): string {
  return words.outcome(model.rounds.length, carsFound(model));
}

export function describe(words: NmsWords, params: Params, t: number): string {
  const model = modelOf(params);
  const time = acts(model);
  const { verdicts, rounds } = model;
  const [left, right] = cars(params);
  const apart = intersectionOverUnion(left, right).toFixed(2);
  const what = words.scene(params.distance, apart, verdicts.length, params.threshold);
  if (time.progress('rest', t) === 1) return `${what} ${outcome(words, model)}.`;
  const round = rounds.findLastIndex((_, i) => time.progress(`keep ${i}`, t) > 0);
  if (round < 0) return t === 0 ? what : `${what} ${words.sorted}`;
  const { keeper, losers } = rounds[round];
  const stays = words.boxStays(keeper + 1, verdicts[keeper].detection.score.toFixed(2));
  if (losers.length === 0 || time.progress(`drop ${round}`, t) === 0) return `${what} ${stays}`;
  const list = losers.map((i) => ({ box: i + 1, iou: verdicts[i].overlap.toFixed(2) }));
  return `${what} ${stays} ${words.giveWay(params.threshold, list)}`;
}
