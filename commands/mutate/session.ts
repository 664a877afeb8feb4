// One run of vitest by a plan, in a process of its own, so that a fault that hangs can be ended with it.
import { startVitest, type TestSpecification } from 'vitest/node';
import { PLAN, readPlan } from './plan.ts';

const plan = readPlan(process.env[PLAN] as string);
/** Folders or files of tests; without any, all tests that import what is mutated. */
const filters = process.argv.slice(2);
const related = filters.length === 0;

class Sequencer {
  async shard(specifications: TestSpecification[]) {
    return specifications;
  }
  /** In the order of the plan; files that it does not name are left out of a run that tries faults. */
  async sort(specifications: TestSpecification[]) {
    const position = ({ moduleId }: TestSpecification) => plan.tests.indexOf(moduleId);
    return plan.mode === 'learn'
      ? specifications
      : specifications
          .filter((one) => position(one) >= 0)
          .sort((a, b) => position(a) - position(b));
  }
}

const vitest = await startVitest(
  'test',
  filters,
  {
    watch: false,
    run: true,
    update: 'none',
    ...(related ? { related: Object.keys(plan.sources) } : {}),
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    silent: true,
    // Slow is not wrong: a busy machine kills no fault. What never ends is ended from outside.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is kept on the disk is told apart by the text of the file, not by the faults in it.
    fsModuleCache: false,
    reporters: [{}],
    passWithNoTests: true,
    dangerouslyIgnoreUnhandledErrors: true,
    runner: new URL('./runner.ts', import.meta.url).pathname,
    sequence: { sequencer: Sequencer },
  },
  {
    plugins: [
      {
        name: 'faults',
        enforce: 'pre',
        transform: (_: string, id: string) =>
          id in plan.sources ? { code: plan.sources[id], map: null } : undefined,
      },
    ],
  },
);
for (const error of vitest.state.getUnhandledErrors()) console.error(error);
await vitest.close();
process.exit(0);
