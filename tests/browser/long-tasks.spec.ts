// While a passage is scrolled its figure goes along, from moment to moment: our own code never holds the page up in it.
import type { Browser, Page } from '@playwright/test';
import type { FigurePlayer } from '#components/kit/figure-player.ts';
import { chapters, html } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

/** Longest that a task may compute, ms: beyond it a hand feels that the page hangs. */
const LIMIT = 50;
/** A page that is held up for so long, ms by the clock; of two busy cores a thread may get a third. */
const HELD = 300;
/** Between two looks of the eye, px. */
const STEP = 120;

/** What the browser records, of those events that begin and end. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** When it began, and for how long it ran by the clock, µs. */
  ts: number;
  dur?: number;
  /** What the thread itself computed in it, µs: while another had the core, it stands still. */
  tdur?: number;
  args: { name?: string };
}

/** What runs a script of the page, its layout on demand and its garbage included; drawing comes after, by itself. */
const SCRIPT =
  /^(v8\.(callFunction|evaluateModule|compile|compileModule|run)|FunctionCall|EvaluateScript|RunMicrotasks|FireAnimationFrame|TimerFire|EventDispatch)$/;

/** Milliseconds that scripts computed in each task of the page's thread, the longest first. */
function scripting(events: readonly TraceEvent[]): number[] {
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    events.filter(({ args }) => args?.name === 'CrRendererMain').map((event) => thread(event)),
  );
  const own = events
    .filter((event) => event.ph === 'X' && main.has(thread(event)))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const computed: number[] = [];
  let [task, script] = [0, 0];
  for (const { name, ts, dur = 0, tdur = 0 } of own) {
    if (/RunTask$/.test(name) && ts >= task) {
      task = ts + dur;
      computed.push(0);
    }
    // What runs within another is counted with it.
    if (!SCRIPT.test(name) || ts < script) continue;
    script = ts + dur;
    computed[computed.length - 1] += tdur / 1000;
  }
  return computed.sort((a, b) => b - a);
}

/** Scrolls through the passage and back while the browser records; the moments that were read, and {@link scripting}. */
async function read(
  browser: Browser,
  page: Page,
): Promise<{ moments: string[]; computed: number[] }> {
  await browser.startTracing(page, {
    categories: [
      '__metadata',
      'toplevel',
      'v8',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline',
    ],
  });
  const moments = await page
    .locator('reading-passage')
    .first()
    .evaluate(async (passage, step) => {
      const frame = () => new Promise(requestAnimationFrame);
      const seen = new Set<string>();
      const look = async (top: number) => {
        scrollTo({ top, behavior: 'instant' });
        for (let i = 0; i < 3; i++) await frame();
        const current = passage.querySelector<HTMLElement>('[data-current]');
        if (current?.dataset.moment) seen.add(current.dataset.moment);
      };
      const { top, height } = passage.getBoundingClientRect();
      const from = top + scrollY;
      for (let y = 0; y < height; y += step) await look(from + y);
      // What a bet has let go may play still: from here on the text sets the moment.
      passage.querySelector<FigurePlayer>('spd-figure')?.goToStop(0);
      for (let y = height; y > 0; y -= step) await look(from + y);
      return [...seen];
    }, STEP);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  return { moments, computed: scripting(traceEvents) };
}

/** A chapter whose passage is open, its figure drawn. */
async function open(page: Page, chapter: string): Promise<void> {
  await page.goto(chapter);
  const passage = page.locator('reading-passage').first();
  await expect(passage).toHaveAttribute('data-reading', '');
  for (const skip of await page.locator('main [id^=predict-] summary').all())
    await skip.evaluate((element) => (element as HTMLElement).click());
  await passage.evaluate((element) => element.scrollIntoView());
  const figures = passage.locator('spd-figure');
  if ((await figures.count()) > 0)
    await expect(figures.first().locator('.transport')).toHaveCount(1);
}

for (const chapter of chapters.filter((one) => html(one).includes('<reading-passage')))
  test(`/${chapter} is never held up while its passage is scrolled`, async ({ page, browser }) => {
    await open(page, chapter);
    const { moments, computed } = await read(browser, page);
    expect(moments.length).toBeGreaterThan(1);
    // Something was measured.
    expect(computed[0]).toBeGreaterThan(0.1);
    expect(computed[0]).toBeLessThan(LIMIT);
  });

test('a moment that holds the page up is noticed', async ({ page, browser }) => {
  await open(page, 'chapters/reads/');
  await page.evaluate((time) => {
    const figure = document.querySelector<FigurePlayer>('reading-passage spd-figure')!;
    figure.goToStop = () => {
      for (const start = performance.now(); performance.now() - start < time; );
    };
  }, HELD);
  expect((await read(browser, page)).computed[0]).toBeGreaterThan(LIMIT);
});
