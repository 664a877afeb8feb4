// The page's address: the one place that writes it. Whatever a widget is doing goes on, whether it can be written or not.
import { type Declaration, serialise, type Values } from '#lib/parameters/index.ts';

/** Keys of the query and their new values; null takes a key out. */
export type AddressChanges = Readonly<Record<string, string | null>>;

/** Where an address is read and written; `replace` and `enter` may throw. */
export interface AddressBar {
  href(): string;
  replace(href: string): void;
  /** As a new entry of the history. */
  enter(href: string): void;
}

/** A sweep of a slider is written once it rests for this long, milliseconds. */
const QUIET = 200;
/** Between two writings, milliseconds: Safari allows 100 of them in 30 seconds and throws from then on. */
const APART = 400;
/** After a writing that was refused, milliseconds. */
const REFUSED = 10_000;
/** Refused so often in a row, it is not asked again before the next change: some sandboxes always refuse. */
const MOST_REFUSALS = 4;

/** Gathers changes and writes them when things are quiet, never too often; a refusal is no error, the changes wait. */
export class AddressWriter {
  readonly #bar: AddressBar;
  readonly #waiting = new Map<string, string | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #entry = false;
  #refusals = 0;

  constructor(bar: AddressBar) {
    this.#bar = bar;
  }

  /**
   * Takes changes of the query; other keys and the fragment stay as they are. Never throws.
   *
   * @param entry whether Back is to undo them: for what a reader builds, step by step, and not for a sweep
   */
  change(changes: AddressChanges, entry = false): void {
    // What waits belongs to the step before.
    if (entry) this.flush();
    this.#entry ||= entry;
    for (const [name, value] of Object.entries(changes)) this.#waiting.set(name, value);
    this.#refusals = 0;
    this.#writeIn(Math.max(QUIET, this.#writtenAt + APART - performance.now()));
  }

  /** Writes at once what still waits: the page is being left. */
  flush(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0) return;
    try {
      const now = this.#bar.href();
      const url = new URL(now);
      for (const [name, value] of this.#waiting) {
        if (value === null) url.searchParams.delete(name);
        else url.searchParams.set(name, value);
      }
      if (url.href !== now) {
        if (this.#entry) this.#bar.enter(url.href);
        else this.#bar.replace(url.href);
      }
      this.#entry = false;
      this.#waiting.clear();
      this.#writtenAt = performance.now();
      this.#refusals = 0;
    } catch {
      this.#refusals++;
      if (this.#refusals < MOST_REFUSALS) this.#writeIn(REFUSED);
    }
  }

  #writeIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), milliseconds);
  }
}

/** Told by the page when its address was written. */
export const ADDRESS_WRITTEN = 'spd:address';
const tell = () => dispatchEvent(new Event(ADDRESS_WRITTEN));

let writer: AddressWriter | undefined;

/** The writer of this page's address. */
function ofPage(): AddressWriter {
  if (writer) return writer;
  const made = new AddressWriter({
    href: () => location.href,
    replace: (href) => {
      history.replaceState(history.state, '', href);
      tell();
    },
    enter: (href) => {
      history.pushState(history.state, '', href);
      tell();
    },
  });
  addEventListener('pagehide', () => made.flush());
  writer = made;
  return made;
}

/** Changes keys of the page's query, in a moment; with `entry` Back undoes it. Never throws. */
export function writeAddress(changes: AddressChanges, entry = false): void {
  ofPage().change(changes, entry);
}

/** What waits is written now: the reader goes back or forth. */
export function flushAddress(): void {
  writer?.flush();
}

/** Keeps a widget's values in the page's query: those that differ from their defaults, under `prefix` and their name. */
export function writeValues<D extends Declaration>(
  declaration: D,
  values: Values<D>,
  { prefix = '', entry = false } = {},
): void {
  const given = serialise(declaration, values);
  writeAddress(
    Object.fromEntries(
      Object.keys(declaration).map((name) => [prefix + name, given[name] ?? null]),
    ),
    entry,
  );
}
