export { CLASSES, type ClassName } from './classes.ts';
export {
  type Addition,
  type Appearance,
  type Edits,
  LENGTHS,
  MOST_ADDED,
  NO_EDITS,
  type Pose,
  roundPose,
  type StandingObject,
  standing,
  withAdded,
  without,
  withPose,
} from './edits.ts';
export { LOOKS, type ReadEdits, readEdits, writeEdits } from './edits-text.ts';
export {
  type EditedScene,
  generateScene,
  type Scene,
  type SceneObject,
  SceneRenderer,
} from './generate.ts';
export { GUEST, type Guest, type Seat } from './guest.ts';
export { sceneHash } from './hash.ts';
export { loneObject } from './lone.ts';
export { MOVING, type Moving, movingObject, truthAt, windowAt } from './moving.ts';
export { completeParameters, DEFAULTS, LIMITS, type SceneParameters } from './parameters.ts';
export { variedParameters } from './varied.ts';
