import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph, classesOf, familyOf, identify, identityOf } from '#lib/model/index.ts';
import { sentence } from '../setup/say.ts';
import { catalogue } from './architectures.ts';

/** The shapes of a file of an architecture's weights. */
function shapesOf(name: string, classes: number, widthMultiple?: number) {
  const { tensors } = buildGraph(catalogue.get(name), { classes, widthMultiple });
  return new Map(tensors.filter((t) => !t.optional).map((t) => [t.name, t.shape]));
}

const behind = (prefix: string, shapes: Map<string, number[]>) =>
  new Map([...shapes].map(([name, shape]) => [prefix + name, shape]));

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
    expect(classesOf(catalogue.get('yolov5p'), shapesOf('yolov5p', 1))).toBe(1);
    const none = new Map([['model.24.m.0.weight', [15, 1, 1, 1]]]);
    expect(classesOf(catalogue.get('yolov5p'), none)).toBeUndefined();
    const odd = new Map([['model.24.m.0.weight', [20, 1, 1, 1]]]);
    expect(classesOf(catalogue.get('yolov5p'), odd)).toBeUndefined();
  });
});

describe('weights of another width', () => {
  it('are told by it, where they are no architecture’s own', () => {
    const found = identify(catalogue, shapesOf('resnet18', 10, 0.25));
    expect(found).toContainEqual({ name: 'resnet18', classes: 10, widthMultiple: 0.25 });
    expect(identityOf(catalogue.get('yolov5p'), shapesOf('yolov5p', 5, 0.2))?.classes).toBe(5);
  });

  it('at any multiple give a width that makes the same tensors', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 3, noNaN: true }), (width) => {
        for (const name of ['yolov5p-spd', 'resnet18-spd']) {
          const shapes = shapesOf(name, 4, width);
          const found = identityOf(catalogue.get(name), shapes);
          expect(found?.classes).toBe(4);
          expect(shapesOf(name, 4, found?.widthMultiple)).toEqual(shapes);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('that are another size of the family are that size', () => {
    expect(identify(catalogue, shapesOf('yolov5n', 3))).toEqual([{ name: 'yolov5n', classes: 3 }]);
  });
});

describe('names behind a prefix', () => {
  it.each(['module.', 'model.', '_orig_mod.', 'ema.', 'module.model.'])('%s', (prefix) => {
    expect(identify(catalogue, behind(prefix, shapesOf('yolov5p-spd', 5)))).toEqual([
      { name: 'yolov5p-spd', classes: 5, prefix },
    ]);
  });

  it('are found among others', () => {
    const two = new Map([
      ...behind('optimizer.', shapesOf('yolov5p', 5)),
      ...behind('ema.', shapesOf('yolov5p', 5)),
    ]);
    expect(identify(catalogue, two)).toEqual([{ name: 'yolov5p', classes: 5, prefix: 'ema.' }]);
    expect(identify(catalogue, behind('teacher.', shapesOf('yolov5p', 5)))).toEqual([]);
  });

  it('without end take no time', () => {
    const deep = new Map([['model.'.repeat(200_000), [1]]]);
    expect(identify(catalogue, deep)).toEqual([]);
  });
});

describe('networks that are not here are named', () => {
  const named = (...names: string[]) => {
    const family = familyOf(new Map(names.map((name) => [name, [1]])));
    return family && sentence(family);
  };

  it('by tensors of their own', () => {
    expect(
      named('model.0.conv.weight', 'model.2.m.0.cv1.conv.weight', 'model.22.dfl.conv.weight'),
    ).toBe('YOLOv8');
    expect(named('model.23.dfl.conv.weight')).toBe('YOLO11');
    expect(named('model.layers.0.self_attn.q_proj.weight')).toBe('a language model');
    expect(named('something')).toBeUndefined();
  });

  it('torchvision’s ResNets by their blocks', () => {
    const residual = (blocks: number[], convolutions: number) => [
      'conv1.weight',
      ...blocks.flatMap((count, stage) =>
        Array.from({ length: count }, (_, block) =>
          Array.from(
            { length: convolutions },
            (_, i) => `layer${stage + 1}.${block}.conv${i + 1}.weight`,
          ),
        ).flat(),
      ),
    ];
    expect(named(...residual([2, 2, 2, 2], 2))).toBe('torchvision’s ResNet-18');
    expect(named(...residual([3, 4, 6, 3], 2))).toBe('torchvision’s ResNet-34');
    expect(named(...residual([3, 4, 6, 3], 3))).toBe('torchvision’s ResNet-50');
    expect(named(...residual([1, 1, 1, 1], 3))).toBe('a ResNet under torchvision’s names');
  });

  it('no architecture that is here is taken for one of them', () => {
    for (const name of ['resnet18', 'resnet50-imagenet'])
      expect(familyOf(shapesOf(name, 10))).toBeUndefined();
  });
});
