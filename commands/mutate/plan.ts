import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** What one test file touches: ids of faults. */
export interface Touched {
  /** Met while the file was read in or by a hook. */
  shared: number[];
  /** Met by each test, in the order of the file. */
  tests: number[][];
  /** The most questions `globalThis.__fault` was asked by one test. */
  questions: number;
  /** Milliseconds that the file took. */
  milliseconds: number;
}

/** What a run of vitest is to do; its runner reads it from the file named by the environment. */
export interface Plan {
  /** `learn` runs every test once and notes what it touches; `try` runs the tests with each fault on. */
  mode: 'learn' | 'try';
  /** Faults to try. */
  ids: number[];
  /** Mutated text of each file, by its absolute path. */
  sources: Record<string, string>;
  /** Test files, absolute, in the order in which they run; empty while that is to be found out. */
  tests: string[];
  /** From a run of mode `learn`, by test file. */
  touched: Record<string, Touched>;
  /** Where events are written, one JSON document a line. */
  log: string;
}

export type Event =
  | { event: 'touched'; file: string; touched: Touched }
  | { event: 'broken'; file: string; test: string }
  | { event: 'start'; id: number; file: string }
  | { event: 'killed'; id: number; file: string; test: string }
  | { event: 'hung'; id: number }
  /** A test file is through with its faults. */
  | { event: 'through'; file: string };

/** The variable of the environment that names the plan's file. */
export const PLAN = 'STRIDELESS_MUTATE';

export const readPlan = (file: string): Plan => JSON.parse(readFileSync(file, 'utf8'));

export function note(log: string, event: Event): void {
  appendFileSync(log, `${JSON.stringify(event)}\n`);
}

/** The events so far; a last line that is half written is left out. */
export function events(log: string): Event[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}
