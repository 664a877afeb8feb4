// From weights and a picture to boxes, once for all widgets and commands.
export { type Card, fetchCard, type JudgedCard, judged, readCard } from './card.ts';
export {
  Detector,
  type DetectorRequest,
  type LookOptions,
  type Pass,
  softmax,
} from './detector.ts';
export {
  centreCrop,
  type Fit,
  fill,
  filled,
  inPicture,
  letterbox,
  type NetworkInput,
  type Normalisation,
  networkInput,
  onCanvas,
  roundHalfEven,
  withinPicture,
} from './input.ts';

export { OtherWeights, type OwnFile, openOwnFile } from './own-file.ts';
export { DetectorOwner, type HoldOptions } from './owner.ts';
export type { Runner } from './runner.ts';
export { type Prepared, prepare, type Source, sameSource } from './source.ts';
