import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '#lib/model/index.ts';
import { catalogue } from './architectures.ts';

const published = readFileSync(
  new URL('../../fixtures/state-dicts.txt', import.meta.url),
  'utf8',
).split('\n== ');

/** Title in the file of published tensor names -> architecture and its classes. */
const models: [string, string, number][] = [
  ['yolov5n-spd', 'yolov5n-spd', 80],
  ['yolov5s-spd', 'yolov5s-spd', 80],
  ['yolov5n', 'yolov5n', 80],
  ['yolov5s', 'yolov5s', 80],
  ['resnet18-spd as coded', 'resnet18-spd-as-coded', 200],
  ['resnet50-spd as coded', 'resnet50-spd', 100],
  ['resnet18 baseline', 'resnet18', 100],
  ['resnet50 baseline', 'resnet50', 100],
];

describe('the tensors of an architecture are those of the published checkpoint, names and shapes', () => {
  it.each(models)('%s', (title, name, classes) => {
    const section = published.find(
      (text) => text.startsWith(`${title}:`) || text.startsWith(`${title} (`),
    );
    const expected = section
      ?.split('\n')
      .slice(1)
      .map((line) => line.trim())
      .filter(Boolean)
      .sort();
    expect(expected?.length).toBeGreaterThan(100);
    const graph = buildGraph(catalogue.get(name), { classes });
    expect(graph.tensors.map(({ name, shape }) => `${name} ${shape.join('x')}`).sort()).toEqual(
      expected,
    );
  });
});
