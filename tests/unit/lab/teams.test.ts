import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from '#components/kit/parse.ts';
import {
  architectureOf,
  chosen,
  classesOf,
  DETECTORS,
  knowScenes,
  nameOf,
  subjectsOf,
} from '#components/lab/choices.ts';
import { constrain, declaration, type LabValues } from '#components/lab/parameters.ts';
import { choosing, teamOf } from '#components/lab/teams.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { defaults, serialise } from '#lib/parameters/index.ts';
import { CLASSES } from '#lib/scenes/index.ts';

const [STRIDED, SPD] = ['bccd/yolov5p-bccd', 'bccd/yolov5p-spd-bccd'];
const AERIAL = 'kit-ais/yolov5p-spd-mos155-to-mos74';

it.each(DETECTORS)('what %s can find, and what it is, is what its card says', (name) => {
  const card = JSON.parse(readFileSync(`site/public/weights/${name}.json`, 'utf8'));
  const said: Record<string, string> = words.classes;
  expect(architectureOf(name)).toBe(card.architecture);
  expect(classesOf([name])).toEqual(card.classes.map((kind: string) => said[kind] ?? kind));
  expect(knowScenes([name])).toBe(card.classes.join() === CLASSES.join());
});

it('detectors of other pictures are offered by names that say so, and no two are called alike', () => {
  expect(nameOf(SPD)).toBe('SPD as published, on blood cells');
  expect(nameOf(AERIAL)).toBe('SPD as published, on photographs');
  expect(new Set(DETECTORS.map(nameOf)).size).toBe(DETECTORS.length);
  expect(new Set(DETECTORS.map(subjectsOf))).toEqual(new Set(Object.keys(words.trained)));
});

it('around one who knows other classes its own team stands, at its own resolution', () => {
  const begin: LabValues = defaults(declaration);
  const cells = { ...begin, ...choosing(begin, 'third', SPD) };
  expect([chosen(cells), cells.pictureSide]).toEqual([[STRIDED, SPD], 160]);
  const back = { ...cells, ...choosing(cells, 'left', 'pico/yolov5p-maxpool') };
  expect(chosen(back)).toEqual([...['pico/yolov5p-maxpool', 'yolov5p-wide-macs', 'yolov5p-spd']]);
  // Who knows the same classes may stand beside anybody.
  expect(choosing(begin, 'right', AERIAL)).toEqual({ right: AERIAL });
  expect(choosing(cells, 'right', 'none')).toEqual({ right: 'none' });
});

it('a team comes back from the address; one who does not fit is left out and named', () => {
  const cells = { ...defaults(declaration), ...teamOf('cells') };
  const address = serialise(declaration, cells);
  expect(parse(declaration, address, constrain)).toEqual({ values: cells, errors: [] });
  const mixed = parse(declaration, { left: STRIDED, third: AERIAL }, constrain);
  expect([chosen(mixed.values), mixed.errors]).toEqual([
    [STRIDED, SPD],
    [words.otherClasses(nameOf(AERIAL), nameOf(STRIDED))],
  ]);
});
