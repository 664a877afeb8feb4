import { describe, expect, test } from 'vitest';
import type { Picture } from '#lib/files/index.ts';

import {
  type CarPosition,
  clampPlace,
  HALVINGS,
  halvedCar,
  road,
  SIDE,
  START,
  type Way,
} from '#lib/hero/index.ts';

const colours = ({ pixels }: Picture) =>
  Array.from({ length: pixels.length / 3 }, (_, i) => pixels.slice(3 * i, 3 * i + 3).join()).sort();
const mapOf = (way: Way, times: number) =>
  halvedCar(START).maps.find((map) => map.way === way && map.times === times)!.raster;
const shows = (place: CarPosition, way: Way, times: number) =>
  halvedCar(place).maps.find((map) => map.way === way && map.times === times)!.shows;
const places = Array.from({ length: 64 }, (_, i) => ({ x: 9 + (i % 8), y: 9 + (i >> 3) }));

describe('the car of the home page', () => {
  test.each(HALVINGS)('dealt out %i times, the picture keeps every pixel', (times) => {
    expect(colours(mapOf('spd', times))).toEqual(colours(road(START)));
  });

  test.each(HALVINGS)('halved %i times, the strided map is the first of the sub-maps', (times) => {
    const [raster, all] = [mapOf('strided', times), mapOf('spd', times)];
    for (let y = 0; y < raster.height; y++) {
      const row = (from: Picture) =>
        from.pixels.slice(y * from.width * 3, (y * from.width + raster.width) * 3);
      expect(row(raster)).toEqual(row(all));
    }
  });

  test('where it begins, three strided halvings have lost it', () => {
    expect(shows(START, 'strided', 3)).toBe(0);
    expect(shows(START, 'strided', 1)).toBeGreaterThan(80);
  });

  test('as it moves over a block of 8 x 8, the strided map loses it at some places and finds it at others', () => {
    const levels = places.map((place) => shows(place, 'strided', 3));
    const lost = levels.filter((level) => level === 0).length;
    expect(lost).toBeGreaterThan(10);
    expect(levels.filter((level) => level > 60).length).toBeGreaterThan(10);
  });

  test('space-to-depth shows it at every place as strongly as the picture does', () => {
    for (const place of places) {
      const levels = HALVINGS.map((times) => shows(place, 'spd', times));
      expect(new Set(levels).size).toBe(1);
      expect(levels[0]).toBeGreaterThan(90);
    }
  });

  test('moved by one pixel, another sub-map has it', () => {
    const best = (place: CarPosition) => halvedCar(place).maps.at(-1)!.best.join();
    expect(best(START)).not.toBe(best({ x: START.x + 1, y: START.y }));
  });

  test('it stays in the picture, on whole pixels', () => {
    expect(clampPlace({ x: -40, y: 12.4 })).toEqual({ x: 5, y: 12 });
    expect(clampPlace({ x: 99, y: 99 })).toEqual({ x: SIDE - 5, y: SIDE - 5 });
  });
});
