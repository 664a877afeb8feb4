import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { backboneMaps, buildGraph, neckMaps } from '#lib/model/index.ts';

const graphOf = (name: string) =>
  buildGraph(parseArchitecture(readFileSync(`content/architectures/${name}.yaml`, 'utf8')));
const shapes = (maps: ReturnType<typeof neckMaps>) =>
  maps.map(({ level, shape }) => [level, shape.height, shape.channels]);

describe('the rows that a detector is shown by', () => {
  it('are P1 to P5 of the backbone, and what halved each of them', () => {
    const strided = backboneMaps(graphOf('yolov5p'));
    expect(strided.map(({ row }) => row)).toEqual([0, 2, 4, 6, 9]);
    expect(strided.map(({ level }) => level)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5']);
    expect(strided.map((map) => map.shrunkBy?.row)).toEqual([0, 1, 3, 5, 7]);
    const spd = backboneMaps(graphOf('yolov5p-spd'));
    expect(spd.map(({ row }) => row)).toEqual([0, 3, 6, 9, 13]);
    expect(spd.slice(1).map((map) => map.shrunkBy?.module)).toEqual(
      Array(4).fill('space_to_depth'),
    );
    expect(shapes(spd)).toEqual(shapes(strided));
  });

  it('end, in the neck, with the three that the head reads', () => {
    for (const name of ['yolov5p', 'yolov5p-spd']) {
      const graph = graphOf(name);
      const maps = neckMaps(graph);
      expect(maps.map(({ level }) => level)).toEqual(['P4', 'P3', 'P4', 'P5']);
      expect(maps.slice(1).map(({ row }) => row)).toEqual(graph.nodes.at(-1)?.from);
    }
  });
});
