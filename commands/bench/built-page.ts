// A page of the built site for the bench: in a browser that draws by the processor, with its long tasks counted.
import { chromium, type JSHandle, type Page } from '@playwright/test';
import { flags } from '../lib/chromium.mjs';
import { findChromium } from '../lib/machine.mjs';
import { serve } from '../lib/serve.mjs';

/** The program draws the page itself here: a graphics card in software would be measured in its place. */
const FLAGS = [...flags.filter((flag: string) => !flag.includes('swiftshader')), '--disable-gpu'];

/** Serves a built site and opens pages of it by their paths, `lab/?seed=3`; closes all once the work is done. */
export async function withBuiltPages<T>(
  folder: string,
  work: (open: (path: string) => Promise<Page>) => Promise<T>,
): Promise<T> {
  const server = await serve(folder, { port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  try {
    const { port } = server.address() as { port: number };
    return await work(async (path) => {
      const viewport = { width: 1440, height: 900 };
      const page = await browser.newPage({ serviceWorkers: 'block', viewport });
      await page.goto(`http://localhost:${port}/${path}`);
      return page;
    });
  } finally {
    await browser.close();
    server.close();
  }
}

/** Tasks of 50 ms and more on the page's own thread from now on, milliseconds; the list lives in the page. */
export function longTasks(page: Page): Promise<JSHandle<number[]>> {
  return page.evaluateHandle(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
    return tasks;
  });
}

/** The longest of them, whole milliseconds; 0 where there was none. */
export async function longestOf(tasks: JSHandle<number[]>): Promise<number> {
  return Math.round(await tasks.evaluate((all) => Math.max(0, ...all)));
}
