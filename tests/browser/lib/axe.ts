import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Asked {
  /** Rules of these tags alone. */
  tags?: string[];
  /** Rules of these names alone. */
  rules?: string[];
  /** A selector: what is looked at, in place of the whole page. */
  within?: string;
}

/** Gives axe to every page that the tab will open: sent to each by itself it takes longer than it runs. */
export async function withAxe(tab: Page): Promise<void> {
  await tab.addInitScript(source);
}

/**
 * What axe finds on a page, as `rule: places`. All rules, or those of some tags or names.
 *
 * axe itself goes to a page once, however often it is asked there: that alone takes a second. No lists of what passed; and
 * styles are not fetched a second time (for rules that we don't ask for). No page of ours holds a frame from elsewhere.
 */
export async function violations(
  page: Page,
  { tags, rules, within }: Asked = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const options: axe.RunOptions = { resultTypes: ['violations'], preload: false };
  if (rules) options.runOnly = { type: 'rule', values: rules };
  else if (tags) options.runOnly = { type: 'tag', values: tags };
  return page.evaluate(
    async ([place, given]) => {
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await run(place ?? document, given);
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      );
    },
    [within, options] as const,
  );
}
