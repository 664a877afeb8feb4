// The detection lab under the hand: updates a second while an object is dragged, and how long the page is kept busy.
import type { Page } from '@playwright/test';
import { longestOf, longTasks, withBuiltPages } from './built-page.ts';
import { median } from './statistics.ts';

/** Updates a second at least, and milliseconds of one task on the page's own thread at most. */
export const LAB_GOALS = { updates: 15, task: 50 } as const;

export interface LabRow {
  name: string;
  /** Detectors that look at every update. */
  models: number;
  /** Side of the scene, pixels. */
  inputSize: number;
  backend: string;
  /** Scenes with their boxes on the page, a second. */
  updates: number;
  /** Of the page's own thread, milliseconds. */
  longestTask: number;
  /** Time of the processor that this thread takes for one update, milliseconds: scripts, layout and painting. */
  busy: number;
  goal: typeof LAB_GOALS;
  met: string;
  note: string;
}

/** What the page counts while an object is dragged; lives in it. */
interface Counted {
  updates: number;
}

const WARM_UP = 2_000;
const SECONDS = 8;
/** A hand's moves come as often as the screen draws. */
const MOVE = 16;

/** @param folder the built site */
export async function measureLab(folder: string): Promise<LabRow[]> {
  return withBuiltPages(folder, async (open) => {
    const rows: LabRow[] = [];
    for (const models of [2, 3]) {
      const page = await open(`lab/?seed=3${models === 2 ? '&third=none' : ''}`);
      rows.push(await dragged(page, models));
      await page.close();
    }
    return rows;
  });
}

async function dragged(page: Page, models: number): Promise<LabRow> {
  const lab = page.locator('detection-lab[data-ready]');
  await lab.waitFor({ timeout: 120_000 });
  const panel = lab.locator('lab-panel').first();
  await panel.scrollIntoViewIfNeeded();
  const backend = (await lab.getByText(/^Runs on/).textContent())!.replace(
    /^Runs on (\w+).*/,
    '$1',
  );
  const inputSize = Number(await panel.locator('canvas').getAttribute('width'));
  const handle = (await panel.locator('scene-handles g').first().boundingBox())!;
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  const counted = await panel.locator('canvas').evaluateHandle((canvas): Counted => {
    const so: Counted = { updates: 0 };
    const context = (canvas as HTMLCanvasElement).getContext('2d')!;
    const put = context.putImageData.bind(context) as (...given: unknown[]) => void;
    context.putImageData = (...given: unknown[]) => {
      so.updates++;
      put(...given);
    };
    return so;
  });
  const tasks = await longTasks(page);
  const devtools = await page.context().newCDPSession(page);
  // Time of the processor: others that want it too do not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  await page.mouse.move(x, y);
  await page.mouse.down();
  const drag = async (milliseconds: number) => {
    const start = performance.now();
    for (let now = 0; now < milliseconds; now = performance.now() - start) {
      const turn = now / 400;
      await page.mouse.move(x + 40 * Math.sin(turn), y + 25 * Math.cos(turn));
      await page.waitForTimeout(MOVE);
    }
    return (performance.now() - start) / 1000;
  };
  await drag(WARM_UP);
  await counted.evaluate((so) => {
    so.updates = 0;
  });
  await tasks.evaluate((all) => {
    all.length = 0;
  });
  const rates: number[] = [];
  const before = await busy();
  for (let second = 0; second < SECONDS; second++) {
    const from = await counted.evaluate((so) => so.updates);
    const seconds = await drag(1000);
    rates.push(((await counted.evaluate((so) => so.updates, undefined)) - from) / seconds);
  }
  const spent = (await busy()) - before;
  const { updates: all } = await counted.evaluate((so) => so);
  await page.mouse.up();
  const updates = Number(median(rates).toFixed(1));
  const longestTask = await longestOf(tasks);
  const met = updates >= LAB_GOALS.updates && longestTask <= LAB_GOALS.task;
  return {
    ...{ name: 'lab, dragging', models, inputSize, backend, updates, longestTask },
    busy: Number((spent / Math.max(1, all)).toFixed(1)),
    ...{ goal: LAB_GOALS, met: met ? 'yes' : 'NO' },
    note: 'The processor draws the page too; tasks under 50 ms count as 0.',
  };
}
