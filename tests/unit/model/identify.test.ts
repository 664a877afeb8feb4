import { describe, expect, it } from 'vitest';
import { buildGraph, classesOf, identify } from '#lib/model/index.ts';
import { catalogue } from './architectures.ts';

/** The shapes of a file of an architecture's weights. */
function shapesOf(name: string, classes: number) {
  const { tensors } = buildGraph(catalogue.get(name), { classes });
  return new Map(tensors.filter((t) => !t.optional).map((t) => [t.name, t.shape]));
}

describe('whose weights a file holds', () => {
  it.each(catalogue.names)('%s is told by its tensors, and its classes counted', (name) => {
    const shapes = shapesOf(name, 7);
    expect(classesOf(catalogue.get(name), shapes)).toBe(7);
    const found = identify(catalogue, shapes);
    expect(found).toContainEqual({ name, classes: 7 });
    // The published resnet18() builds the same network as its resnet50().
    const twins = ['resnet18-spd-as-coded', 'resnet50-spd'];
    expect(found.length).toBe(twins.includes(name) ? 2 : 1);
  });

  it('nothing is told of a file that lacks a tensor, or has one in another shape', () => {
    const shapes = shapesOf('yolov5p', 5);
    expect(identify(catalogue, new Map([...shapes].slice(1)))).toEqual([]);
    expect(identify(catalogue, new Map([...shapes].with(0, [[...shapes.keys()][0], [1]])))).toEqual(
      [],
    );
    expect(classesOf(catalogue.get('yolov5p'), new Map())).toBeUndefined();
    const odd = new Map([['model.24.m.0.weight', [20, 1, 1, 1]]]);
    expect(classesOf(catalogue.get('yolov5p'), odd)).toBeUndefined();
  });
});
