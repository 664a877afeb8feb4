import { configureGlobal } from 'fast-check';
import { describe, type RunnerTestSuite, TestRunner, test, vi } from 'vitest';
import { events, note, PLAN, type Plan, readPlan, type Touched } from './plan.ts';
import { SWITCH } from './sites.ts';

type Config = ConstructorParameters<typeof TestRunner>[0];
type Task = RunnerTestSuite['tasks'][number];

const PREFIX = 'fault ';
/** A test may ask this many times as often as it did without a fault, and as much again as one that asks little. */
const PATIENCE = 10;
const LEAST_QUESTIONS = 1_000_000;

/**
 * Runs each test file once for every fault in one worker: the file is read in anew, with its modules, and its tests
 * run with the fault on, those that touch it, until one fails.
 */
export default class FaultRunner extends TestRunner {
  #plan: Plan = readPlan(process.env[PLAN] as string);
  /** The fault that is on, 0 if none is. */
  #on = 0;
  #questions = 0;
  #limit = Number.POSITIVE_INFINITY;
  #dead = new Set<number>();
  /** What the running test touches. */
  #touched = new Set<number>();
  #shared = new Set<number>();
  #learnt: Touched = { shared: [], tests: [], questions: 0, milliseconds: 0 };
  /** Where a test stands in its file. */
  #positions = new WeakMap<object, number>();
  #started = 0;

  constructor(config: Config) {
    super(config);
    configureGlobal({ seed: 1, endOnFailure: true });
    const asked = this.#plan.mode === 'learn' ? this.#learns : this.#answers;
    Object.assign(globalThis, { [SWITCH]: asked });
  }

  readonly #learns = (id: number): boolean => {
    this.#questions++;
    this.#touched.add(id);
    return false;
  };

  readonly #answers = (id: number): boolean => {
    if (++this.#questions > this.#limit) throw new Error('The fault runs for ever');
    return id === this.#on;
  };

  override importFile(filepath: string, source: Parameters<TestRunner['importFile']>[1]): unknown {
    if (source !== 'collect') return super.importFile(filepath, source);
    const { mode, touched, ids } = this.#plan;
    this.#touched = this.#shared;
    this.#started = performance.now();
    if (mode === 'learn') {
      describe(`${PREFIX}0`, () => this.#readIn(0, filepath));
      return undefined;
    }
    for (const event of events(this.#plan.log)) {
      if (event.event === 'killed' || event.event === 'hung') this.#dead.add(event.id);
    }
    const { shared, tests, questions } = touched[filepath];
    const met = new Set([...shared, ...tests.flat()]);
    this.#limit = questions * PATIENCE + LEAST_QUESTIONS;
    const wanted = ids.filter((id) => met.has(id) && !this.#dead.has(id));
    for (const id of wanted) describe(`${PREFIX}${id}`, () => this.#readIn(id, filepath));
    if (wanted.length === 0) test('touches no fault that is left', () => {});
    return undefined;
  }

  override onAfterRunFiles(files: Parameters<TestRunner['onAfterRunFiles']>[0]): void {
    super.onAfterRunFiles(files);
    for (const { filepath } of files) note(this.#plan.log, { event: 'through', file: filepath });
  }

  async #readIn(id: number, filepath: string): Promise<void> {
    this.#turnOn(id, filepath);
    try {
      vi.resetModules();
      await super.importFile(filepath, 'collect');
    } catch (error) {
      test('is read in', () => {
        throw error;
      });
    } finally {
      this.#on = 0;
    }
  }

  #turnOn(id: number, file: string): void {
    if (id > 0) note(this.#plan.log, { event: 'start', id, file });
    this.#on = id;
    this.#questions = 0;
  }

  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    const id = idOf(suite);
    if (id !== undefined) {
      testsOf(suite).forEach((one, i) => {
        this.#positions.set(one, i);
      });
      this.#turnOn(id, suite.file.filepath);
    }
    await super.onBeforeRunSuite(suite);
  }

  override async onBeforeRunTask(task: Task): Promise<void> {
    const position = this.#positions.get(task);
    if (position !== undefined) {
      this.#questions = 0;
      if (this.#plan.mode === 'learn') this.#touched = new Set();
      else if (this.#spared(task.file.filepath, position)) task.mode = 'skip';
    }
    await super.onBeforeRunTask(task);
  }

  #spared(file: string, position: number): boolean {
    const { shared, tests } = this.#plan.touched[file];
    const meets = shared.includes(this.#on) || (tests[position]?.includes(this.#on) ?? true);
    return this.#dead.has(this.#on) || !meets;
  }

  override onAfterRunTask(task: Task): void {
    super.onAfterRunTask(task);
    const position = this.#positions.get(task);
    if (position === undefined) return;
    const failed = task.result?.state === 'fail';
    if (this.#plan.mode === 'learn') {
      this.#learnt.tests[position] = [...this.#touched];
      this.#learnt.questions = Math.max(this.#learnt.questions, this.#questions);
      this.#touched = this.#shared;
      if (failed) this.#break(task);
    } else if (failed) this.#kill(task);
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    const id = idOf(suite);
    const failed = suite.result?.state === 'fail';
    if (this.#plan.mode === 'try') {
      if (failed && this.#on > 0) this.#kill(suite);
      if (id !== undefined) this.#on = 0;
    } else if (id !== undefined) {
      if (failed) this.#break(suite);
      const { file } = suite;
      const milliseconds = Math.round(performance.now() - this.#started);
      const tests = Array.from(this.#learnt.tests, (ids) => ids ?? []);
      const touched = { ...this.#learnt, tests, shared: [...this.#shared], milliseconds };
      note(this.#plan.log, { event: 'touched', file: file.filepath, touched });
      this.#shared = new Set();
      this.#learnt = { shared: [], tests: [], questions: 0, milliseconds: 0 };
    }
  }

  #kill(task: Task): void {
    if (this.#dead.has(this.#on)) return;
    this.#dead.add(this.#on);
    const { file, name } = task;
    note(this.#plan.log, { event: 'killed', id: this.#on, file: file.filepath, test: name });
  }

  #break({ file, name }: Task): void {
    note(this.#plan.log, { event: 'broken', file: file.filepath, test: name });
  }
}

/** The fault of a suite that stands for one. */
function idOf(suite: RunnerTestSuite): number | undefined {
  const outermost = suite.suite === undefined || 'filepath' in suite.suite;
  return outermost && suite.name.startsWith(PREFIX)
    ? Number(suite.name.slice(PREFIX.length))
    : undefined;
}

function testsOf(suite: RunnerTestSuite): Task[] {
  return suite.tasks.flatMap((task) => (task.type === 'suite' ? testsOf(task) : [task]));
}
