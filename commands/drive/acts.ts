// What a random reader does: one act at a time, each said in a few words for the log.
import type { ElementHandle, Page } from '@playwright/test';
import type { Catalogue } from '#lib/model/index.ts';
import { choose, integer, type Random } from '#lib/random/index.ts';
import { oddMessage, oddPicture, oddQuery, oddValue, oddWeights } from './odd.ts';

/** Where and with what a journey goes. */
export interface Journey {
  page: Page;
  next: Random;
  catalogue: Catalogue;
  /** The address that the journey began at, without a query. */
  address: string;
  /** Whether the page listens to messages. */
  embedded: boolean;
}

/** Milliseconds until an element that is covered or moves is left alone. */
const BRIEF = { timeout: 1_000, noWaitAfter: true } as const;

/** A random visible element of the page that a selector finds, inside widgets too; null where there is none. */
async function some(
  { page, next }: Journey,
  selector: string,
): Promise<ElementHandle<HTMLElement> | null> {
  const handle = await page.evaluateHandle(
    ([selector, dice]) => {
      const found: HTMLElement[] = [];
      const visit = (root: Document | ShadowRoot) => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          const usable = !element.matches(':disabled, [inert], [inert] *');
          if (element.matches(selector) && usable && element.checkVisibility()) found.push(element);
          if (element.shadowRoot) visit(element.shadowRoot);
        }
      };
      visit(document);
      return found[Math.floor(dice * found.length)] ?? null;
    },
    [selector, next()] as const,
  );
  return handle.asElement() as ElementHandle<HTMLElement> | null;
}

const nameOf = (element: ElementHandle<HTMLElement>) =>
  element.evaluate((e) =>
    [e.localName, e.getAttribute('name') ?? e.getAttribute('aria-label') ?? e.textContent]
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 40),
  );

/** The names of the parameters that the controls of the page set. */
function names(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const visit = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        const name = element.matches('input, select') && element.getAttribute('name');
        if (name) found.add(name);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    return [...found];
  });
}

async function press(journey: Journey, times = 1): Promise<string | undefined> {
  const button = await some(
    journey,
    'button, summary, [role=button], [role=tab], [role=radio], input[type=checkbox], input[type=radio], label:has(> input[type=radio])',
  );
  if (!button) return undefined;
  const name = await nameOf(button);
  for (let i = 0; i < times; i++) await button.click({ ...BRIEF, force: times > 1 });
  return `press ${name}${times > 1 ? ` ${times} times` : ''}`;
}

async function slide(journey: Journey): Promise<string | undefined> {
  const { next } = journey;
  const slider = await some(journey, 'input[type=range]');
  if (!slider) return undefined;
  const name = await nameOf(slider);
  const values = Array.from({ length: next() < 0.3 ? 12 : 1 }, () => next());
  const reached = await slider.evaluate((element, dice) => {
    const input = element as HTMLInputElement;
    const [min, max] = [Number(input.min || 0), Number(input.max || 100)];
    for (const at of dice) {
      input.value = String(min + at * (max - min));
      input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return input.value;
  }, values);
  return `slide ${name} to ${reached}${values.length > 1 ? ` over ${values.length} values` : ''}`;
}

async function select(journey: Journey): Promise<string | undefined> {
  const list = await some(journey, 'select');
  if (!list) return undefined;
  const name = await nameOf(list);
  const count = await list.evaluate(
    (element) => (element as unknown as HTMLSelectElement).options.length,
  );
  if (count === 0) return undefined;
  const index = integer(journey.next, 0, count - 1);
  await list.selectOption({ index }, BRIEF);
  return `choose number ${index} of ${name}`;
}

async function write(journey: Journey): Promise<string | undefined> {
  const field = await some(
    journey,
    'input[type=number], input[type=text], input[type=search], textarea',
  );
  if (!field) return undefined;
  const value = oddValue(journey.next);
  const set = await field.evaluate((element, text) => {
    const input = element as HTMLInputElement;
    if (input.readOnly) return false;
    input.value = text;
    for (const type of ['input', 'change'])
      input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    return true;
  }, value);
  return set
    ? `write ${JSON.stringify(value.slice(0, 20))} into ${await nameOf(field)}`
    : undefined;
}

const KEYS = [
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['Tab', 'Shift+Tab', 'Enter', 'Space', 'Escape', 'b', '.', '1'],
];

async function keys({ page, next }: Journey): Promise<string> {
  const pressed = Array.from({ length: integer(next, 1, 6) }, () => choose(next, KEYS));
  for (const key of pressed) await page.keyboard.press(key);
  return `keys ${pressed.join(' ')}`;
}

async function point(journey: Journey): Promise<string | undefined> {
  const { page, next } = journey;
  const drawing = await some(journey, 'svg, canvas');
  if (!drawing) return undefined;
  await drawing.scrollIntoViewIfNeeded(BRIEF);
  const box = await drawing.boundingBox();
  if (!box) return undefined;
  const place = () => [box.x + next() * box.width, box.y + next() * box.height] as const;
  await page.mouse.move(...place());
  await page.mouse.down();
  if (next() < 0.5) await page.mouse.move(...place(), { steps: 4 });
  await page.mouse.up();
  return 'point at a drawing';
}

async function file(journey: Journey): Promise<string | undefined> {
  const { next, catalogue } = journey;
  const input = await some(journey, 'input[type=file]');
  if (!input) return undefined;
  const pictures = await input.evaluate((element) =>
    /image/.test((element as HTMLInputElement).accept),
  );
  // Now and then what belongs elsewhere.
  const picture = next() < 0.1 ? !pictures : pictures;
  const given = picture ? oddPicture(next) : oddWeights(next, catalogue);
  await input.setInputFiles(given, BRIEF);
  return `give ${given.name} of ${given.buffer.length} bytes`;
}

async function surroundings({ page, next }: Journey): Promise<string> {
  const media = {
    reducedMotion: choose(next, ['reduce', 'no-preference'] as const),
    colorScheme: choose(next, ['light', 'dark'] as const),
    forcedColors: choose(next, ['active', 'none', 'none'] as const),
  };
  await page.emulateMedia(media);
  const [width, height] = choose(next, [
    [1440, 900],
    [1280, 720],
    [390, 844],
    [320, 640],
  ]);
  await page.setViewportSize({ width, height });
  return `${width} x ${height}, ${Object.values(media).join(', ')}`;
}

async function go(journey: Journey, address: string): Promise<string> {
  await journey.page.goto(address, { waitUntil: 'domcontentloaded' });
  return `go to ${address}`;
}

async function address(journey: Journey): Promise<string> {
  const { page, next } = journey;
  const query = oddQuery(next, await names(page));
  return go(journey, `${journey.address}${query}`);
}

async function again({ page, next }: Journey): Promise<string> {
  const way = choose(next, ['reload', 'goBack'] as const);
  const at = page.url();
  await page[way]({ waitUntil: 'domcontentloaded' });
  // Not out of the site again.
  if (page.url() === 'about:blank') await page.goto(at, { waitUntil: 'domcontentloaded' });
  return way;
}

async function message(journey: Journey): Promise<string | undefined> {
  const { page, next } = journey;
  if (!journey.embedded) return undefined;
  const sent = oddMessage(next, await names(page));
  await page.evaluate((data) => window.postMessage(data, '*'), sent);
  return `message ${JSON.stringify(sent)?.slice(0, 80)}`;
}

async function rest({ page, next }: Journey): Promise<string> {
  const milliseconds = integer(next, 20, 600);
  await page.waitForTimeout(milliseconds);
  return `rest for ${milliseconds} ms`;
}

/** All acts, each as likely as its weight. */
export const ACTS: readonly (readonly [
  (journey: Journey) => Promise<string | undefined>,
  number,
])[] = [
  [press, 8],
  [(journey) => press(journey, integer(journey.next, 2, 6)), 2],
  [slide, 8],
  [select, 5],
  [write, 2],
  [keys, 5],
  [point, 4],
  [file, 4],
  [surroundings, 1.5],
  [address, 1.5],
  [again, 1],
  [message, 6],
  [rest, 4],
];
