import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { architectures } from '#components/kit/architectures.ts';
import { parse } from '#components/kit/parse.ts';
import { constrain, declaration, sideOf } from '#components/weights/parameters.ts';
import { TRAINED } from '#components/weights/trained.ts';
import { buildGraph } from '#lib/model/index.ts';
import { serialise } from '#lib/parameters/index.ts';

const FOLDER = join(import.meta.dirname, '../../../site/public/weights');
/** The plan whose detectors the lab compares. */
const LAB = 'pico';

it('the page offers all shipped weights but those of the lab’s plan', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.safetensors') && !file.startsWith(LAB))
    .map((file) => file.replace('.safetensors', ''));
  expect(TRAINED.map(({ path }) => path).sort()).toEqual(files.sort());
});

it.each(TRAINED)('$path is what its card says', ({ path, architecture, size }) => {
  const card = JSON.parse(readFileSync(join(FOLDER, `${path}.json`), 'utf8'));
  expect([card.architecture, card.inputSize]).toEqual([architecture, size]);
  const { widthMultiple, classes } = card;
  const graph = buildGraph(architectures.get(architecture), {
    size,
    classes: classes.length,
    widthMultiple,
  });
  expect(graph.parameters).toBe(card.parameters);
  expect(existsSync(join(FOLDER, `${path}.safetensors`))).toBe(true);
});

it('trained weights bring their architecture and stand in the address', () => {
  const { values, errors } = parse(declaration, { weights: 'cifar10/resnet18-spd' }, constrain);
  expect([values.architecture, sideOf(values), errors]).toEqual(['resnet18-spd', 32, []]);
  expect(parse(declaration, serialise(declaration, values), constrain).values).toEqual(values);
  const other = parse(declaration, { weights: 'yolov5p', architecture: 'resnet50' }, constrain);
  expect(other.values.architecture).toBe('yolov5p');
  expect(other.errors).toEqual([expect.stringContaining('“yolov5p” are those of yolov5p')]);
});
