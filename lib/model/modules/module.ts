import { type Said, say } from '../../faults/index.ts';
import type { Builder } from '../builder.ts';
import { type ArchitectureError, fault } from '../errors.ts';
import type { Value } from '../operations.ts';

/** What a module is given to expand one row. */
export interface RowContext {
  build: Builder;
  inputs: Value[];
  args: Arguments;
  /** Prefix of the tensor names, without the last dot. */
  name: string;
  /** Repeats after the depth rule; only for modules that repeat `inside`. */
  number: number;
}

/** A module that a row can name: how it comes down to operations. */
export interface Module {
  /** The arguments as an error message shows them, for instance `[channels, kernel = 1]`. */
  signature: string;
  /** The module takes the number of repeats itself (C3); others are chained as `model.3.0`, `model.3.1`. */
  repeatsInside?: boolean;
  /** Reads a list of rows (Concat, Detect); others read exactly one. */
  joins?: boolean;
  expand(row: RowContext): Value | Value[];
}

/** A row's arguments, read by position with a check of their kind. */
export class Arguments {
  private readonly values: unknown[];
  private readonly signature: string;

  /** @throws ArchitectureError where there are more values than the signature has */
  constructor(values: unknown[], signature: string) {
    this.values = values;
    this.signature = signature;
    if (values.length > signature.split(',').length)
      throw this.error(say('model', 'tooMany', values.length));
  }

  integer(position: number, fallback?: number, least = 1): number {
    const value = this.values[position] ?? fallback;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
    throw this.error(say('model', 'notWhole', position + 1, shown(value), least));
  }

  /** A whole number, or undefined where the argument is left out or `None`. */
  optional(position: number): number | undefined {
    const value = this.values[position];
    if (value === undefined || value === null || value === 'None') return undefined;
    return this.integer(position, undefined, 0);
  }

  boolean(position: number, fallback: boolean): boolean {
    const value = this.values[position] ?? fallback;
    if (typeof value === 'boolean') return value;
    throw this.error(say('model', 'notTruth', position + 1, String(value)));
  }

  /** The word at a position has to be this one. */
  word(position: number, word: string): void {
    if (this.values[position] !== word) {
      throw this.error(say('model', 'notWord', position + 1, shown(this.values[position]), word));
    }
  }

  private error(what: Said): ArchitectureError {
    return fault('arguments', what, this.signature);
  }
}

/** A value as a sentence repeats it; undefined where there is none. */
const shown = (value: unknown) =>
  value === undefined || value === null ? undefined : String(value);
