import { describe, expect, it } from 'vitest';
import { focus as words } from '#content/words/en/figures/focus.ts';
import { focus as inWords } from '#lib/figures/focus/index.ts';
import { counts, modelOf } from '#lib/figures/focus/model.ts';
import { buildGraph } from '#lib/model/index.ts';
import { defaults } from '#lib/parameters/index.ts';
import { catalogue } from '../model/architectures.ts';

const focus = inWords(words);

const plain = defaults(focus.parameters);

const nodesOf = (name: string) => buildGraph(catalogue.get(name), { size: 640 }).nodes;

describe('Focus, and everywhere', () => {
  it.each(['n', 's', 'm', 'l'])(
    'prints the maps that lib/model counts in YOLOv5-SPD-%s',
    (width) => {
      const rows = nodesOf(`yolov5${width}-spd`).filter(
        ({ module }) => module === 'space_to_depth',
      );
      const { gates } = modelOf({ ...plain, width: width as typeof plain.width });
      const [stem, ...others] = gates;
      expect([stem.side, stem.channels]).toEqual([640, 3]);
      expect(others.map(({ side, channels }) => [side, side, channels])).toEqual(
        rows.map(({ inputShapes: [{ height, width: w, channels }] }) => [height, w, channels]),
      );
    },
  );

  it('has as many gates as YOLOv5 has strided convolutions', () => {
    const strided = nodesOf('yolov5s').filter(
      ({ module, args }) => module === 'Conv' && args[2] === 2,
    );
    expect(counts(modelOf({ ...plain, stem: 'conv' }), 0)).toEqual({
      strided: strided.length,
      spd: 0,
    });
  });

  it('counts one space-to-depth where it begins with Focus, and seven in the end', () => {
    const model = modelOf(plain);
    expect(counts(model, 0)).toEqual({ strided: 6, spd: 1 });
    expect(counts(model, 1)).toEqual({ strided: 0, spd: 7 });
    expect(focus.describe(plain, 1)).toContain('Strided convolutions: 0; space-to-depth: 7.');
  });
});
