// The detection lab of a page, and what is seen of it.
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** For tests in which detectors start: every scene runs through all of them, in a software browser on two busy cores. */
export const PATIENCE = { timeout: 90_000 };

export async function openLab(page: Page, query = ''): Promise<Locator> {
  await page.goto(`lab/${query}`);
  const lab = page.locator('detection-lab');
  await expect(lab).toHaveAttribute('data-ready', '', PATIENCE);
  return lab;
}

export const tallies = (lab: Locator) => lab.locator('.tally');

/** Found, all, and false alarms of every detector, strided first. */
export async function counts(
  lab: Locator,
): Promise<{ found: number; all: number; wrong: number }[]> {
  return (await tallies(lab).allTextContents()).map((text) => {
    const [, found, all] = text.match(/(\d+) of (\d+) found/)!.map(Number);
    return { found, all, wrong: Number(text.match(/(\d+) false alarm/)![1]) };
  });
}

/** A sum that changes when a pixel of the picture does. */
export async function drawing(lab: Locator): Promise<number> {
  return lab
    .locator('scene-view canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      return data.reduce((sum, value, i) => (sum * 31 + value + i) % 1_000_003, 0);
    });
}
