// A moment of a figure where it is live: on its page, embedded, on a slide of the talk.
import type { Locator, Page } from '@playwright/test';
import type { Seen } from './seen.ts';

/** The drawing alone, however it is fitted into its element. */
export async function drawing(svg: Locator): Promise<Seen> {
  const at = await svg.evaluate((element: SVGSVGElement) => {
    const box = element.getBoundingClientRect();
    const matrix = element.getScreenCTM();
    const { width, height } = element.viewBox.baseVal;
    if (!matrix) throw new Error('the figure is not drawn');
    return {
      x: (matrix.e - box.x) / box.width,
      y: (matrix.f - box.y) / box.height,
      width: (width * matrix.a) / box.width,
      height: (height * matrix.d) / box.height,
    };
  });
  return { png: await svg.screenshot(), at };
}

export interface Where {
  site: string;
  figure: string;
  step: number;
}

/** As site/styles/talk.css has it, px. */
const ON_SLIDE = { width: 1280, height: 638 };

/** By the name of the place. */
export const PLACES: Record<string, (page: Page, where: Where) => Promise<Seen>> = {
  page: async (page, { site, figure, step }) => {
    await page.goto(`${site}figures/${figure}/?${figure}.step=${step}&theme=light`);
    const svg = page.locator(`#${figure} > svg[data-adopted]`);
    await ready(svg);
    return drawing(svg);
  },
  embedded: async (page, { site, figure, step }) =>
    drawing(await embedded(page, `${site}embed/${figure}/?step=${step}&theme=light`)),
  /** In the layout and the room that it has on a slide of the talk. */
  large: async (page, { site, figure, step }) => {
    const usual = page.viewportSize();
    await page.setViewportSize(ON_SLIDE);
    const look = `theme=light&layout=projector&controls=none`;
    const seen = await drawing(
      await embedded(page, `${site}embed/${figure}/?step=${step}&${look}`),
    );
    if (usual) await page.setViewportSize(usual);
    return seen;
  },
  deck: async (page, { site, figure, step }) => {
    await page.goto(`${site}talk/?theme=light`);
    const slide = page.locator('section', { has: page.locator(`iframe[data-src*="/${figure}/"]`) });
    const fragment = slide.first().locator(`.fragment[data-figure-step="${step}"]`);
    const index = await slide
      .first()
      .evaluate((one) => [...(one.parentElement?.children ?? [])].indexOf(one));
    await page.evaluate((number) => {
      location.hash = `#/${number}`;
    }, index);
    const svg = page
      .frameLocator('section.present iframe')
      .locator('spd-figure > svg[data-adopted]');
    await ready(svg);
    while (!(await fragment.evaluate((one) => one.classList.contains('current-fragment'))))
      await page.keyboard.press('PageDown');
    return drawing(svg);
  },
};

/** The drawing of an embed page. */
export async function embedded(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  const svg = page.locator('spd-figure > svg[data-adopted]');
  await ready(svg);
  return svg;
}

/** Once its player has taken the posters' place, in its own typefaces. */
async function ready(svg: Locator): Promise<void> {
  await svg.waitFor();
  await svg.evaluate(() => document.fonts.ready);
}
