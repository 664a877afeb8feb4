import type { Picture } from '../../files/index.ts';
import {
  type Downsampling,
  downsample,
  downsamplings,
  type FeatureMap,
  largestDifference,
} from '../../spd/downsample.ts';

import { memo } from '../kit/memo.ts';
import { thousands } from '../kit/numbers.ts';
import { shrink, tiles, toMap } from '../kit/picture.ts';
import { type Timeline, timeline } from '../kit/timeline.ts';
import { vehiclePicture } from '../kit/vehicle.ts';
import type { Params } from './parameters.ts';
import type { MicroscopeWords } from './words.ts';

export type { Params };

/** Pixels a side of the picture. */
export const SIDE = 64;
export const LEVELS = 5;

export const acts: Timeline<string> = timeline(
  Array.from({ length: LEVELS }, (_, i) => ({
    name: String(i + 1),
    seconds: 1.3,
  })),
);

/** Halvings done at t, fractional while one goes over into the next. */
export function levelAt(t: number): number {
  let level = 0;
  for (let i = 1; i <= LEVELS; i++) level += acts.eased(String(i), t);
  return Math.abs(level - Math.round(level)) < 1e-9 ? Math.round(level) : level;
}

/** One way to halve, at every level from 0 to LEVELS. */
export interface Row {
  method: Downsampling;
  /** What is drawn; of space-to-depth all sub-maps as tiles, with as many pixels as the picture. */
  shown: FeatureMap[];
  /** Positions along one side, and channels. */
  sides: number[];
  channels: number[];
  /** Largest difference, grey levels, from the same picture without the car; empty where there is no such picture. */
  trace: number[];
}

export interface Model {
  picture: FeatureMap;
  rows: Row[];
}

const remember = memo<Model>();
let last: { picture: Picture; model: Model } | undefined;

/** All numbers of the figure: of a picture that is given, else of the car. */
export function modelOf(params: Params, picture?: Picture): Model {
  if (!picture) return remember(JSON.stringify(params), () => ofCar(params));
  if (last?.picture !== picture) last = { picture, model: ofPicture(mapOf(picture)) };
  return last.model;
}

function ofCar({ length, offset, paint }: Params): Model {
  const view = { side: SIDE, offset, paint: paint as 'red' | 'dark' };
  return ofPicture(
    toMap(vehiclePicture({ ...view, length })),
    toMap(vehiclePicture({ ...view, length: 0 })),
  );
}

function ofPicture(picture: FeatureMap, empty?: FeatureMap): Model {
  const levels = Array.from({ length: LEVELS + 1 }, (_, n) => n);
  const rows = downsamplings.map((method): Row => {
    const maps = series(picture, method);
    const without = empty && series(empty, method);
    return {
      method,
      shown: method === 'spd' ? levels.map((n) => tiles(picture, 2 ** n)) : maps,
      sides: maps.map(({ height }) => height),
      channels: maps.map(({ channels }) => channels),
      trace: without ? maps.map((map, n) => largestDifference(map, without[n])) : [],
    };
  });
  return { picture, rows };
}

/** A map and its halvings, LEVELS of them. */
function series(map: FeatureMap, method: Downsampling): FeatureMap[] {
  const maps = [map];
  for (let n = 0; n < LEVELS; n++) maps.push(downsample(maps[n], method));
  return maps;
}

function mapOf(picture: Picture): FeatureMap {
  const { width, height } = picture;
  if (width === SIDE && height === SIDE) return toMap(picture);
  return toMap({ width: SIDE, height: SIDE, pixels: shrink(picture, SIDE) });
}

/** "8 × 8 × 192 = 12,288" */
export function countText(row: Row, level: number): string {
  const [side, channels] = [row.sides[level], row.channels[level]];
  return `${side} × ${side} × ${thousands(channels)} = ${thousands(side * side * channels)}`;
}

export function describe(words: MicroscopeWords, params: Params, t: number, own = false): string {
  const level = Math.round(levelAt(t));
  const { scene, paint, length } = params;
  const theirs = own || scene > 0;
  const car = words.car(paint === 'dark', length);
  const what = own ? words.ownPicture : scene > 0 ? words.scene(scene) : car;
  if (level === 0) return words.before(what);
  const { rows } = modelOf(theirs ? { ...params, scene: 0 } : params);
  const [all] = countText(rows[5], level).split(' = ');
  const left = words.after(what, level, countText(rows[0], level), all);
  if (theirs) return left;
  const traces = rows.map(({ method, trace }) => ({
    name: words.methods[method],
    value: Math.round(trace[level]),
  }));
  return `${left} ${words.shows(traces)}`;
}
