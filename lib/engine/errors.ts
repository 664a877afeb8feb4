import { Fault, type Said, say } from '../faults/index.ts';

/**
 * - `backend`: no back end, or the chosen one, works here
 * - `worker`: the engine's worker did not load, died, or gave no sign of life
 * - `internal`: a fault of the engine's own; `details` holds what the browser or a library said
 * - `download`: the weights, or what stands beside them, could not be fetched
 * - `card`: what stands beside trained weights does not describe any
 * - `cancelled`: stopped by the reader, or made void by a newer wish
 * - `file`: cut short, or not a safetensors file
 * - `checksum`: not the bytes that were promised
 * - `weights`: of another model; `details` lists the tensors
 * - `not finite`: NaN or infinity among the weights or negative variances, `details` lists the tensors; or in the answer
 * - `architecture`: the YAML text does not describe a network, or not one for pictures of this size
 * - `input`: not as many numbers as the network reads
 * - `model`: no model of that number is loaded
 */
export type EngineErrorCode =
  | 'backend'
  | 'worker'
  | 'internal'
  | 'download'
  | 'card'
  | 'cancelled'
  | 'file'
  | 'checksum'
  | 'weights'
  | 'not finite'
  | 'architecture'
  | 'input'
  | 'model';

/** A fault that names the thing; `code` tells its kind, `details` lists what would be too long. */
export class EngineError extends Fault {
  override name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly details: readonly (string | Said)[];

  constructor(code: EngineErrorCode, said: Said, details: readonly (string | Said)[] = []) {
    super(said);
    this.code = code;
    this.details = details;
  }
}

/** Any fault as one of ours: what a browser or a library said goes into `details`, not before a reader. */
export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new EngineError('internal', say('engine', 'internal'), [said]);
}

/** Whether a fault is none: somebody stopped the work, or wanted something else meanwhile. */
export function isCancelled(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'cancelled';
}
