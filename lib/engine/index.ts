export type { BackendEvent, EngineOptions, RunResult } from './asked.ts';
export { BACKENDS, type BackendName, type BackendReport } from './backend-names.ts';
export type { WasmPaths } from './backends.ts';
export type { Choices } from './choices.ts';
export type { Form } from './compile.ts';
export type { LoadOptions, Progress, WeightsSource } from './download.ts';
export { Engine } from './engine.ts';
export type { Difference, TwoConvolutions } from './equivalence.ts';
export { EngineError, type EngineErrorCode } from './errors.ts';
export type { Footprint, OnesLayer, WeightedLayer } from './gradients.ts';
export type { ModelInfo, ModelRequest } from './model.ts';
export type { Output } from './output.ts';
export {
  syntheticFile,
  syntheticInput,
  syntheticTensor,
  syntheticWeights,
} from './synthetic.ts';
export type { Weights, WeightTensor } from './weights.ts';
