import { describe, expect, it } from 'vitest';
import { buildGraph, compareNets, layersOf, type StepDown, withFate } from '#lib/model/index.ts';
import { catalogue } from './architectures.ts';

const graph = (name: string, options = {}) => buildGraph(catalogue.get(name), options);

describe('layers', () => {
  it.each(catalogue.names)('%s: hold every parameter and MAC of the graph, once', (name) => {
    const whole = graph(name);
    const layers = layersOf(whole);
    const sum = (of: 'parameters' | 'macs') =>
      layers.reduce((total, layer) => total + layer[of], 0);
    expect(sum('parameters')).toBe(whole.parameters);
    expect(sum('macs')).toBe(whole.macs);
    for (const { from } of layers) expect(from.length).toBeGreaterThan(0);
  });

  it('open the first block of a stage where it steps down', () => {
    const layers = layersOf(graph('resnet50-spd')).filter(({ row }) => row === 'conv3_x');
    expect(layers.map(({ kind, shortcut }) => (shortcut ? 'shortcut' : kind))).toEqual([
      'convolution',
      'convolution',
      'space-to-depth',
      'shortcut',
      'module',
    ]);
    expect(layers.map(({ repeats }) => repeats).at(-1)).toBe(3);
  });
});

/** What became of the steps: how many in each part of the net. */
function tally(strided: string, spd: string, options = {}) {
  const { steps } = compareNets(graph(strided, options), graph(spd, options));
  const count = (found: StepDown[]) => found.length;
  const replaced = withFate(steps, 'replaced');
  return {
    backbone: count(replaced.filter(({ stage }) => stage === 'backbone')),
    neck: count(replaced.filter(({ stage }) => stage === 'neck')),
    same: count(steps.filter(({ same }) => same)),
    removed: count(withFate(steps, 'removed')),
    stays: count(withFate(steps, 'stays')),
    added: count(withFate(steps, 'added')),
  };
}

const sizes = ['n', 's', 'm', 'l'];
const yolo = { backbone: 5, neck: 2, same: 1, removed: 0, stays: 0, added: 0 };

describe('what becomes of the strides', () => {
  it.each(sizes.flatMap((size) => ['-spd', '-spd-3x3', '-spd-1x1'].map((w) => [size, w])))(
    'YOLOv5%s%s: five in the backbone, the stem a no-op, two in the neck; none stays',
    (size, wiring) => {
      expect(tally(`yolov5${size}`, `yolov5${size}${wiring}`)).toEqual(yolo);
    },
  );

  it.each(['', '-3x3', '-1x1'])('yolov5p-spd%s: as the published ones', (wiring) => {
    expect(tally('yolov5p', `yolov5p-spd${wiring}`)).toEqual(yolo);
  });

  const residual = { backbone: 4, neck: 0, same: 0, removed: 1, stays: 3, added: 0 };
  it.each([
    ['resnet18-imagenet', 'resnet18-spd'],
    ['resnet18-imagenet', 'resnet18-spd-as-coded'],
    ['resnet50-imagenet', 'resnet50-spd'],
  ])('%s to %s: four replaced, the max-pool removed, three shortcuts stay', (strided, spd) => {
    expect(tally(strided, spd, { size: 64, classes: 200 })).toEqual(residual);
  });

  it.each([
    ['resnet18', 'resnet18-spd'],
    ['resnet50', 'resnet50-spd'],
  ])('%s to %s: three replaced, a step added in the stem, three shortcuts stay', (strided, spd) => {
    const expected = { ...residual, backbone: 3, removed: 0, added: 1 };
    expect(tally(strided, spd, { size: 64, classes: 200 })).toEqual(expected);
  });

  it('the shortcuts that stay look at one position in four', () => {
    const { spd, slots, steps } = compareNets(graph('resnet50-imagenet'), graph('resnet50-spd'));
    for (const { slots: places } of withFate(steps, 'stays')) {
      const layer = spd[slots[places[0]].spd ?? -1];
      expect(layer.readings.map(({ skipped }) => skipped)).toEqual([0.75]);
    }
  });
});
