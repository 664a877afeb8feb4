/** A fault in an architecture file or in the size it is asked to run at: a sentence that names the row. */
export class ArchitectureError extends Error {
  override name = 'ArchitectureError';
}

/** The fault, with the row it is found in in front ("row 3 (C3): ..."). */
export function rowError(index: number, module: string, message: string): ArchitectureError {
  return new ArchitectureError(`row ${index} (${module}): ${message}`);
}
