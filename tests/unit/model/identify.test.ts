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
    // Poolings have no tensors, and the published resnet18() builds what its resnet50() builds: such files look alike.
    for (const other of found) expect(shapesOf(other.name, 7)).toEqual(shapes);
  });

  it('the sizes and wirings of the published detectors are told apart', () => {
    for (const name of ['yolov5n', 'yolov5s-spd', 'yolov5s-spd-1x1', 'yolov5p', 'resnet18-spd'])
      expect(identify(catalogue, shapesOf(name, 3))).toEqual([{ name, classes: 3 }]);
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
