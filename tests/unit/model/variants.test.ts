import { describe, expect, it } from 'vitest';
import { buildGraph, type Graph } from '#lib/model/index.ts';
import { catalogue } from './architectures.ts';

const graph = (name: string): Graph => buildGraph(catalogue.get(name));
const spd = graph('yolov5p-spd');
const strided = graph('yolov5p');
const ratio = (name: string, what: 'macs' | 'parameters') => graph(name)[what] / spd[what];

describe('the detectors that the experiments compare', () => {
  const variants = catalogue.names.filter((name) => name.startsWith('yolov5p'));

  it.each(variants)('%s gives the same three levels', (name) => {
    const shapes = (of: Graph) => of.outputs.map((value) => of.values[value]);
    expect(shapes(graph(name))).toEqual(shapes(strided));
    expect(graph(name).levels).toEqual(strided.levels);
  });

  it('raises the width of the strided one to the cost of SPD, within 2 %', () => {
    expect(ratio('yolov5p-wide-macs', 'macs')).toBeCloseTo(0.9964, 4);
    expect(ratio('yolov5p-wide-parameters', 'parameters')).toBeCloseTo(1.0001, 4);
  });

  it('halves by pooling with the weights of the strided one, and nearly the cost of SPD', () => {
    for (const pool of ['maxpool', 'avgpool', 'blurpool']) {
      const name = `yolov5p-${pool}`;
      expect(graph(name).parameters).toBe(strided.parameters);
      expect(graph(name).macs).toBeGreaterThan(1.5 * strided.macs);
      expect(graph(name).macs).toBeLessThan(spd.macs);
    }
  });

  it('counts the fixed weights of a blur-pool as multiply-accumulates', () => {
    const node = graph('yolov5p-blurpool').nodes[2];
    expect(node.macs).toBe(32 * 32 * 16 * 9);
    expect(node.parameters).toBe(0);
    expect(node.readings).toMatchObject([{ kind: 'blur-pool', kernel: 3, stride: 2, skipped: 0 }]);
  });
});
