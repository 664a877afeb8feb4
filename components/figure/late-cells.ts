import type { LitElement } from 'lit';
import { sentenceOf } from '#components/kit/faults.ts';
import { loadCode } from '#components/kit/load-code.ts';
import {
  type AnyCells,
  type AnyFigure,
  type Context,
  type Lit,
  litBy,
} from '#lib/figures/index.ts';
import type { AnyValues } from '#lib/parameters/index.ts';

/** A player, as far as its cells go. */
export interface CellsHost extends LitElement {
  readonly figure: AnyFigure | undefined;
  /** What could not be done, a sentence each. */
  errors: string[];
}

/** What a figure knows of its cells: fetched once, when a reader first asks for any of them. */
export class LateCells {
  /** Undefined until they are there. */
  found: AnyCells | undefined;
  readonly #host: CellsHost;
  #fetching: Promise<void> | undefined;

  constructor(host: CellsHost) {
    this.#host = host;
  }

  /** Calls back at once where they are there, else once they have come; not at all where the figure has none. */
  ask(act?: (cells: AnyCells) => void): void {
    this.#fetching ??= this.#fetch();
    if (this.found) act?.(this.found);
    else void this.#fetching.then(() => this.found && act?.(this.found));
  }

  /** The cell with what it is linked with; undefined where none is pointed at, and until they are there. */
  lit(cell: string | undefined, values: AnyValues, t: number, context: Context): Lit | undefined {
    return this.found && cell ? litBy(this.found, values, t, context, cell) : undefined;
  }

  async #fetch(): Promise<void> {
    try {
      this.found = await loadCode(async () => this.#host.figure?.cells?.());
      this.#host.requestUpdate();
    } catch (error) {
      this.#fetching = undefined;
      this.#host.errors = [sentenceOf(error)];
    }
  }
}
