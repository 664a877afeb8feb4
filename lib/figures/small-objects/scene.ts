// Two arrangements, and what lies between them.
import { mix } from '../kit/timeline.ts';
import type { Arrangement, Node } from './arrange.ts';

/** A node as it is seen while one arrangement turns into another. */
export type Seen = Node & { opacity: number };

/** Both arrangements mixed. */
export interface Scene {
  nodes: Map<string, Seen>;
  edges: { from: Seen; to: Seen; around: boolean; opacity: number }[];
  marks: Arrangement['marks'];
}

/** Both arrangements, `u` of the way from a to b. */
export function mixed(a: Arrangement, b: Arrangement, u: number): Scene {
  const nodes = new Map<string, Seen>();
  // In one fixed order, so that a mark keeps its element.
  const keys = [...new Set([...Object.keys(a.nodes), ...Object.keys(b.nodes)])].sort();
  for (const key of keys) {
    const [from, to] = [a.nodes[key] ?? b.nodes[key], b.nodes[key] ?? a.nodes[key]];
    const opacity = (a.nodes[key] ? 1 - u : 0) + (b.nodes[key] ? u : 0);
    nodes.set(key, {
      kind: to.kind,
      x: mix(from.x, to.x, u),
      y: mix(from.y, to.y, u),
      width: mix(from.width, to.width, u),
      height: mix(from.height, to.height, u),
      opacity,
    });
  }
  const edges = [...new Set([...a.edges, ...b.edges])].sort().map((key) => {
    const [from, to] = key.split(/[>~]/).map((name) => nodes.get(name) as Seen);
    const opacity = (a.edges.includes(key) ? 1 - u : 0) + (b.edges.includes(key) ? u : 0);
    return { from, to, around: key.includes('~'), opacity };
  });
  const mark = (name: keyof Arrangement['marks']) => mix(a.marks[name], b.marks[name], u);
  return {
    nodes,
    edges,
    marks: { suitable: mark('suitable'), chips: mark('chips'), levels: mark('levels') },
  };
}
