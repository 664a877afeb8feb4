// Addresses that the site had before it was recut still lead to what stood there.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { OLD_HEADINGS } from '../../site/old-headings.ts';
import { folder, html } from './lib/site.ts';
import { expect, test } from './lib/test.ts';

/** Every heading of the eleven old chapters that is gone, by the history of their texts. */
const GONE: Record<string, string[]> = {
  detectors: ['the-way-of-one-picture'],
  focus: [
    'the-same-thing-once-and-everywhere',
    'once-and-everywhere',
    'what-the-paper-says-and-what-its-code-does',
    'often-confused',
  ],
  'nine-networks': ['what-does-the-helping', 'where-does-it-pay'],
  reads: [
    'which-rows-are-the-lucky-ones',
    'often-confused',
    'the-same-count-read-backwards',
    'odd-or-even-it-depends-on-where-you-start',
    'uneven-is-not-skipped',
  ],
  'resnet-spd': ['a-road-and-a-way-past-it'],
  results: [
    'what-does-the-helping',
    'does-the-order-last',
    'where-does-it-pay',
    'one-pixel-to-the-right',
    'is-a-trained-stride-fragile',
    'and-on-real-pictures',
    'trained-on-real-pictures',
    'blood-cells',
    'and-a-network-that-names-a-picture',
    'should-i-use-it',
  ],
  'space-to-depth': [
    'who-had-it-before',
    'often-confused',
    'the-formula',
    'a-stride-in-disguise',
    'whose-order',
    'what-the-paper-says-and-what-its-code-does',
    'others-who-had-it-before',
  ],
  'spd-conv': [
    'the-block',
    'why-without-a-stride',
    'must-something-be-lost',
    'what-it-costs',
    'where-does-the-convolution-go',
    'which-rows-a-sentence-that-slips',
    'in-code',
    'what-the-paper-says-and-what-its-code-does',
    'often-confused',
  ],
  'use-it': ['a-converter', 'a-list-to-tick-off'],
  'what-is-lost': [
    'the-same-picture-in-training',
    'read-once-or-four-times',
    'what-the-published-code-does',
    'often-confused',
    'uneven-is-not-lossy',
    'known-but-how-firmly',
  ],
  'why-small-things-vanish': [
    'five-times-half',
    'try-it-on-a-scene',
    'is-it-the-winner',
    'an-older-remedy',
    'often-confused',
    'the-brightest-wins',
    'what-the-published-code-does',
    'a-remedy-that-is-older',
  ],
  'yolov5-spd': ['the-first-of-seven-changes-nothing'],
};

const documentOf = (path: string) => parseHTML(html(join(path, 'index.html'))).document;

for (const [chapter, ids] of Object.entries(GONE))
  test(`old headings of ${chapter} lead to a heading that is there`, () => {
    const { pathname } = new URL(`http://site/chapters/${chapter}/`);
    const document = documentOf(pathname);
    expect(Object.keys(OLD_HEADINGS[chapter] ?? {}).filter((id) => !ids.includes(id))).toEqual([]);
    for (const id of ids) {
      const places = document.querySelectorAll(`[id="${id}"]`);
      expect(places.length, id).toBe(1);
      const moved = places[0].getAttribute('data-moved');
      // One that has not moved stands before its heading.
      if (!moved) continue;
      const to = new URL(moved, 'http://site');
      const target = to.pathname.slice(to.pathname.indexOf('/chapters/'));
      expect(existsSync(join(folder, target, 'index.html')), moved).toBe(true);
      const there = documentOf(target).getElementById(to.hash.slice(1) || id);
      expect(there, `${id} at ${moved}`).toBeTruthy();
      expect(there!.hasAttribute('data-moved'), `${id} at ${moved}`).toBe(false);
    }
  });

for (const [from, to] of [
  ['spd-conv/', 'space-to-depth/#the-block'],
  ['spd-conv/#what-it-costs', 'space-to-depth/#what-it-costs'],
  ['spd-conv/#nowhere', 'space-to-depth/#the-block'],
  ['use-it/#a-converter', 'channel-orders/#a-converter'],
  ['results/?object=20#should-i-use-it', 'who-did-it/?object=20#should-you-use-it'],
  ['reads/#the-same-count-read-backwards', 'reads/#read-backwards'],
])
  test(`chapters/${from} leads to ${to}`, async ({ page }) => {
    await page.goto(`chapters/${from}`);
    await page.waitForURL((url) => url.href.endsWith(`/chapters/${to}`));
    await expect(page.locator(`#${to.split('#')[1]}`)).toBeInViewport();
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a chapter that moved leads to its text', async ({ page }) => {
    await page.goto('chapters/spd-conv/');
    await page.waitForURL(/chapters\/space-to-depth\/#the-block$/);
  });
});
