export { CLASSES, type ClassName } from './classes.ts';
export { generateScene, type Scene, type SceneObject } from './generate.ts';
export { sceneHash } from './hash.ts';
export { completeParameters, DEFAULTS, LIMITS, type SceneParameters } from './parameters.ts';
export { variedParameters } from './varied.ts';
