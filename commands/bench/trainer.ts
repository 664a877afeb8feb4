// "Train both yourself": steps a second on the page, and how long it is kept busy meanwhile.
import type { Page } from '@playwright/test';
import { BATCH } from '#lib/training/index.ts';
import { longestOf, longTasks, withBuiltPages } from './built-page.ts';

/** Steps a second at least, seconds for all steps at most, and milliseconds of one task on the page's own thread at most. */
export const TRAINER_GOALS = { steps: 20, seconds: 60, task: 50 } as const;

export interface TrainerRow {
  name: string;
  /** Networks that learn side by side: a step is one of each. */
  networks: number;
  /** Side of the crops, pixels. */
  side: number;
  batch: number;
  backend: string;
  /** A second, once they learn. */
  steps: number;
  /** From the press of the button to the last of a thousand steps, the crops drawn and the unseen ones looked at. */
  seconds: number;
  longestTask: number;
  goal: typeof TRAINER_GOALS;
  met: string;
}

const STEPS = 1000;
const SIDE = 16;

/** @param folder the built site */
export async function measureTrainer(folder: string): Promise<TrainerRow[]> {
  return withBuiltPages(folder, async (open) => {
    const rows: TrainerRow[] = [];
    for (const networks of [2, 3]) {
      const third = networks === 3 ? '&third=max' : '';
      const page = await open(`train/?steps=${STEPS}&side=${SIDE}${third}`);
      rows.push(await trained(page, networks));
      await page.close();
    }
    return rows;
  });
}

async function trained(page: Page, networks: number): Promise<TrainerRow> {
  const reached = page.getByText(/^Step [\d,]+ of 1,000/);
  const now = async () => {
    const [, step, backend] =
      /^Step ([\d,]+) of .*?(?: on (\w+))?$/.exec((await reached.textContent()) ?? '') ?? [];
    return { step: Number(step?.replace(',', '')), backend, time: performance.now() };
  };
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await start.waitFor({ timeout: 60_000 });
  const tasks = await longTasks(page);
  const pressed = performance.now();
  await start.click();
  await reached.waitFor({ timeout: 60_000 });
  const first = await now();
  let last = first;
  while (last.step < STEPS) {
    await page.waitForTimeout(50);
    last = await now();
  }
  const steps = (1000 * (STEPS - first.step)) / (last.time - first.time);
  const seconds = (last.time - pressed) / 1000;
  const longestTask = await longestOf(tasks);
  const met =
    steps >= TRAINER_GOALS.steps &&
    seconds <= TRAINER_GOALS.seconds &&
    longestTask <= TRAINER_GOALS.task;
  return {
    ...{ name: 'training', networks, side: SIDE, batch: BATCH, backend: last.backend ?? '' },
    ...{ steps: Number(steps.toFixed(1)), seconds: Number(seconds.toFixed(1)), longestTask },
    ...{ goal: TRAINER_GOALS, met: met ? 'yes' : 'NO' },
  };
}
