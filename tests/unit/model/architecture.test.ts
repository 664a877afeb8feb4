import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArchitecture, parseFields } from '#lib/model/architecture.ts';
import { buildGraph, Catalogue } from '#lib/model/index.ts';
import { catalogue } from './architectures.ts';
import { file, graphOf as graph } from './rows.ts';

describe('an architecture file with a fault says where', () => {
  it.each([
    ['[-1, 1, Convolution, [8]]', 'row 0 (Convolution): no such module; known are Conv, Focus'],
    ['[-1, 1, constructor, [8]]', 'row 0 (constructor): no such module'],
    ['[3, 1, Conv, [8]]', 'row 0 (Conv): reads row 3, which comes no earlier than itself'],
    ['[0, 1, Conv, [8]]', 'row 0 (Conv): reads row 0, which comes no earlier than itself'],
    ['[-2, 1, Conv, [8]]', 'row 0 (Conv): reads 1 rows before the picture'],
    ['[[-1, -1], 1, Conv, [8]]', 'row 0 (Conv): reads one row, not 2'],
    ['[-1, 0, Conv, [8]]', 'row 0 (Conv): the number of repeats is 0'],
    ['[-1, 1, Conv]', 'row 0: a row is [from, number, module, args]'],
    [
      '[-1, 1, Conv, []]',
      'row 0 (Conv): argument 1 is missing, not a whole number from 1; the arguments are [channels',
    ],
    ['[-1, 1, Conv, [8, 3, 1, 1, 1, 1]]', 'row 0 (Conv): 6 arguments; the arguments are [channels'],
    ['[-1, 1, C3, [8, maybe]]', 'row 0 (C3): argument 2 is maybe, not true or false'],
    ['[-1, 1, nn.Upsample, [None, 2, bilinear]]', "argument 3 is bilinear, not 'nearest'"],
    [
      '[-1, 1, Conv, [8, 31, 1, 0]]',
      'a 31 x 31 window does not fit a map of 16 x 16 with padding 0',
    ],
    ['[-1, 1, nn.Linear, [nc]]', 'a linear layer reads one vector, not a map of 16 x 16'],
    ['[-1, 1, 5, [8]]', 'row 0: the module is not a name but 5'],
    ['[-1, 1, Conv, 8]', 'row 0 (Conv): the arguments are not a list'],
    ['[[], 1, Conv, [8]]', 'row 0 (Conv): reads nothing'],
    ['[0.5, 1, Conv, [8]]', "row 0 (Conv): 'from' holds 0.5, not a row"],
    ['[-1, 1, Conv, [8, 0]]', 'argument 2 is 0, not a whole number from 1'],
    ['[-1, 1, Conv, [8, 3, 1, -1]]', 'argument 4 is -1, not a whole number from 0'],
    ['[-1, 1, BlurPool, [4]]', 'row 0 (BlurPool): the filter has an even side, 4'],
    ['[-1, 1, Detect, [5, anchors]]', "row 0 (Detect): argument 1 is 5, not 'nc'"],
    ['[-1, 1, Detect, [nc]]', "row 0 (Detect): argument 2 is missing, not 'anchors'"],
    ['[-1, 1, Detect, [nc, anchors]]', 'row 0 (Detect): 0 rows of anchors for 1 levels'],
  ])('%s', (row, message) => {
    expect(() => graph([row])).toSay(message);
  });

  it('names the size and the block size that do not divide', () => {
    expect(() => graph(['[-1, 1, space_to_depth, [1]]'], 7)).toSay(
      'row 0 (space_to_depth): space-to-depth: block size 2 does not divide the height 7',
    );
  });

  it('takes a window that just fits, and names one that is wider than the map though not higher', () => {
    expect(graph(['[-1, 1, Conv, [8, 16, 1, 0]]']).values.at(-1)).toMatchObject({
      height: 1,
      width: 1,
    });
    expect(() => graph(['[-1, 1, Conv, [8, 5, 1, 0]]'], [16, 4])).toSay(
      'a 5 x 5 window does not fit a map of 16 x 4 with padding 0',
    );
    expect(() => graph(['[-1, 1, Conv, [8, 5, 1, 0]]'], [4, 16])).toSay('a map of 4 x 16');
  });

  it('names both maps that cannot be stacked', () => {
    const rows = ['[-1, 1, Conv, [8]]', '[-1, 1, Conv, [8, 3, 2]]', '[[-1, 0], 1, Concat, [1]]'];
    expect(() => graph(rows)).toSay('row 2 (Concat): concatenation of maps of 8 x 8 and 16 x 16');
  });

  it.each([
    ['backbone: [', 'not readable as YAML'],
    ['- 1', 'an architecture is a YAML map'],
    ['nc: 5', "'backbone' is not a list of rows"],
    ['backbone: []', 'the architecture has no rows'],
    ['backbone: [[-1, 1, Conv, [8]]]', "'nc' is missing"],
    [
      '{ nc: 5, depth_multiple: 1, width_multiple: -1, backbone: [[-1, 1, Conv, [8]]] }',
      "'width_multiple' is -1; it has to be a number above 0",
    ],
    [
      file(['[-1, 1, Conv, [8]]']).replace('nc: 5', 'nc: 2.5'),
      "'nc' is 2.5; it has to be a whole number from 1",
    ],
    [
      file(['[-1, 1, Conv, [8]]'], 'channels: 1.5'),
      "'channels' is 1.5; it has to be a whole number",
    ],
    [file(['[-1, 1, Conv, [8]]'], 'input: 64.5'), "'input' is 64.5; it has to be a whole number"],
    [file(['[-1, 1, Conv, [8]]'], 'anchors: 5'), "'anchors' is not a list of levels"],
    [
      file(['[-1, 1, Conv, [8]]'], 'anchors: [[1, 2], [1, 2, 3]]'),
      'anchors of level 1: pairs of a width',
    ],
    [file(['[-1, 1, Conv, [8]]'], 'anchors: [[1, 0]]'), 'anchors of level 0: pairs of a width'],
  ])('%s', (text, message) => {
    expect(() => parseArchitecture(text)).toSay(message);
  });

  it('names the sizes that a family has', () => {
    const text = readFileSync('content/architectures/yolov5-spd.yaml', 'utf8');
    expect(() => parseArchitecture(text, { size: 'x' })).toSay(
      "the size 'x' is not in this file; its sizes: n, s, m, l",
    );
    expect(() => catalogue.get('yolov5x')).toSay("no architecture 'yolov5x'; known are");
    expect(
      () => new Catalogue({ 'a/p.yaml': parseFields(file([])), 'b/p.yaml': parseFields(file([])) }),
    ).toSay("'p' stands in both");
  });
});

describe('the graph of a file', () => {
  it('repeats a row as PyTorch names a sequence', () => {
    const { tensors, values } = graph(['[-1, 2, Conv, [8, 3, 2]]']);
    expect(tensors.map(({ name }) => name).filter((name) => name.endsWith('conv.weight'))).toEqual([
      'model.0.0.conv.weight',
      'model.0.1.conv.weight',
    ]);
    expect(values.at(-1)).toEqual({ height: 4, width: 4, channels: 8 });
  });

  it('has the anchors of the file as pairs, one list a level, and a level only where it detects', () => {
    const rows = ['[-1, 1, Conv, [8, 3, 2]]', '[[-1], 1, Detect, [nc, anchors]]'];
    const { levels } = graph(rows, 16, 'anchors: [[10, 13, 16, 30]]');
    expect(levels).toEqual([
      {
        stride: 2,
        anchors: [
          [10, 13],
          [16, 30],
        ],
      },
    ]);
    expect(graph(rows.slice(0, 1), 16, 'anchors: [[10, 13, 16, 30]]').levels).toEqual([]);
  });

  it('rounds halves of repeats as Python does', () => {
    const text = file(['[-1, 5, C3, [8]]', '[-1, 3, C3, [8]]', '[-1, 1, C3, [8]]']).replace(
      'depth_multiple: 1.0',
      'depth_multiple: 0.5',
    );
    expect(
      buildGraph(parseArchitecture(text), { size: 8 }).nodes.map(({ number }) => number),
    ).toEqual([2, 2, 1]);
  });

  it('takes pictures that are not square', () => {
    const { nodes } = buildGraph(catalogue.get('yolov5p-spd'), { size: [64, 96] });
    expect(nodes.at(-1)?.outputShapes).toEqual([
      { height: 8, width: 12, channels: 30 },
      { height: 4, width: 6, channels: 30 },
      { height: 2, width: 3, channels: 30 },
    ]);
  });

  it('knows backbone, neck and head', () => {
    const stages = buildGraph(catalogue.get('yolov5p')).nodes.map(({ stage }) => stage);
    expect([stages[0], stages[9], stages[10], stages[23], stages[24]]).toEqual([
      'backbone',
      'backbone',
      'neck',
      'neck',
      'head',
    ]);
    expect(buildGraph(catalogue.get('resnet18')).nodes.at(-1)?.stage).toBe('head');
  });

  it('sums rows to the totals', () => {
    const { nodes, parameters, macs, tensors } = buildGraph(catalogue.get('yolov5s-spd'));
    expect(nodes.reduce((sum, node) => sum + node.parameters, 0)).toBe(parameters);
    expect(nodes.reduce((sum, node) => sum + node.macs, 0)).toBe(macs);
    expect(nodes.flatMap((node) => node.tensors)).toEqual(tensors);
  });

  it('tells how each window reads: what is strided, what is uneven, what is skipped', () => {
    const strided = (name: string) =>
      buildGraph(catalogue.get(name)).nodes.flatMap(({ readings }) =>
        readings.filter(
          ({ kind, stride }) => stride > 1 && (kind === 'convolution' || kind === 'max-pool'),
        ),
      );
    expect(strided('yolov5s').length).toBe(7);
    expect(strided('yolov5s').filter(({ uniform }) => !uniform).length).toBe(6);
    expect(strided('yolov5s-spd')).toEqual([]);
    const shortcuts = strided('resnet50-spd');
    expect(shortcuts.map(({ name }) => name)).toEqual(Array(3).fill('0.shortcut.0'));
    expect(shortcuts.map(({ skipped }) => skipped)).toEqual([0.75, 0.75, 0.75]);
  });
});
