import type { Graph, GraphNode } from './graph.ts';
import type { Shape } from './operations.ts';

/** A map of a detector that is worth a look: the last one of its size in the backbone, or a join of the neck. */
export interface RoleMap {
  /** Row of the architecture file. */
  row: number;
  module: string;
  /** "P3": how often the picture was halved before it. */
  level: string;
  shape: Shape;
  /** The row that brought the map to this size, in the backbone. */
  shrunkBy?: { row: number; module: string };
}

const size = (node: GraphNode) => node.outputShapes[0].height;

function roleOf(graph: Graph, node: GraphNode): RoleMap {
  const level = `P${Math.log2(graph.picture.height / size(node))}`;
  return { row: node.index, module: node.module, level, shape: node.outputShapes[0] };
}

/** What the backbone hands on, finest first: the last row of each size, and what made it that small. */
export function backboneMaps(graph: Graph): RoleMap[] {
  const rows = graph.nodes.filter(({ stage }) => stage === 'backbone');
  const sizes = [...new Set(rows.map(size))].filter((height) => height < graph.picture.height);
  return sizes.map((height) => {
    const ofSize = rows.filter((node) => size(node) === height);
    // Before space-to-depth stands a convolution at the finer size; it belongs to the next level.
    const last = ofSize.findLast(({ module }) => module !== 'Conv') ?? ofSize[0];
    const { index, module } = ofSize[0];
    return { ...roleOf(graph, last), shrunkBy: { row: index, module } };
  });
}

/** What the neck makes, in its own order: coarse to fine, then fine to coarse. The last three go to the head. */
export function neckMaps(graph: Graph): RoleMap[] {
  return graph.nodes
    .filter(({ stage, module }) => stage === 'neck' && module === 'C3')
    .map((node) => roleOf(graph, node));
}
