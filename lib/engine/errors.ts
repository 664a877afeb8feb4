/**
 * - `backend`: no back end, or the chosen one, works here
 * - `download`: the weights could not be fetched
 * - `cancelled`: the reader stopped the loading
 * - `file`: cut short, or not a safetensors file
 * - `checksum`: not the bytes that were promised
 * - `weights`: of another model; `details` lists the tensors
 * - `not finite`: NaN or infinity among the weights; `details` lists the tensors
 * - `architecture`: the YAML text does not describe a network
 * - `input`: not as many numbers as the network reads
 * - `model`: no model of that number is loaded
 */
export type EngineErrorCode =
  | 'backend'
  | 'download'
  | 'cancelled'
  | 'file'
  | 'checksum'
  | 'weights'
  | 'not finite'
  | 'architecture'
  | 'input'
  | 'model';

/** A fault in plain words that name the thing; `code` tells its kind, `details` lists what would be too long. */
export class EngineError extends Error {
  override name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly details: string[];

  constructor(code: EngineErrorCode, message: string, details: string[] = []) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
