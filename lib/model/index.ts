export { Catalogue } from './catalogue.ts';
export {
  type Comparison,
  compareNets,
  type Fate,
  type Slot,
  type StepDown,
  withFate,
} from './compare.ts';
export { ArchitectureError } from './errors.ts';
export { familyOf } from './families.ts';
export { type Architecture, type Fields, type Row, readArchitecture } from './fields.ts';
export {
  buildGraph,
  type DetectLevel,
  type Graph,
  type GraphNode,
  type GraphOptions,
} from './graph.ts';
export {
  classesOf,
  type Identity,
  identify,
  identityOf,
  type Shapes,
  withoutPrefix,
} from './identify.ts';
export { type Layer, type LayerKind, layersOf, levelsDown } from './layers.ts';
export { MODULES } from './modules/index.ts';
export type { Operation, Shape, TensorSpec, Value, Window } from './operations.ts';
export type { Reading } from './readings.ts';
export { backboneMaps, neckMaps, type RoleMap } from './roles.ts';
export { makeDivisible, scaledDepth } from './scaling.ts';
export { widenTo } from './widen.ts';
