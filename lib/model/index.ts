export {
  type Architecture,
  architectureNames,
  parseArchitecture,
  type Row,
} from './architecture.ts';
export { Catalogue } from './catalogue.ts';
export { ArchitectureError } from './errors.ts';
export {
  buildGraph,
  type DetectLevel,
  type Graph,
  type GraphNode,
  type GraphOptions,
} from './graph.ts';
export { classesOf, identify, type Shapes } from './identify.ts';
export { MODULES } from './modules/index.ts';
export type { Operation, Shape, TensorSpec, Value, Window } from './operations.ts';
export type { Reading } from './readings.ts';
export { backboneMaps, neckMaps, type RoleMap } from './roles.ts';
export { makeDivisible, scaledDepth } from './scaling.ts';
