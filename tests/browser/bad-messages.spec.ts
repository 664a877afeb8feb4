// Every way in which a message to a frame can be bad is answered by `error`, and no reader of the frame learns of it. What can be
// bad follows from the declarations: that of the messages, and that of the figure or lab.
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { incoming, LABS, outgoing } from '#components/figure/protocol.ts';
import type { Declaration, Parameter } from '#lib/parameters/index.ts';
import { errors, heard, host, kinds, tell } from './lib/foreign-page.ts';

type Message = { type: string } & Record<string, unknown>;

/** In its frame, the lab itself stands below its title and the sentence that says what it is. */
const LAB = 'main > :not(h1, p, script)';

const KINDS: Record<string, readonly unknown[]> = {
  number: ['1', {}, [1], true, null, Number.NaN, Number.POSITIVE_INFINITY],
  object: ['{}', 1, [], null, false],
};

/** Bad by the declaration of the messages alone. */
function badByProtocol(): Message[] {
  const named = Object.keys(incoming).map((type) => `spd:${type}`);
  const unknown = ['spd:', 'spd:html', 'spd:constructor', 'spd:PLAY'];
  for (const type of Object.keys(outgoing).map((type) => `spd:${type}`))
    if (!named.includes(type)) unknown.push(type);
  const fields = Object.entries(incoming).flatMap(([type, declared]) =>
    Object.entries<{ kind: string; needed?: boolean }>(declared).flatMap(
      ([field, { kind, needed }]) => [
        ...(needed ? [{ type: `spd:${type}` }] : []),
        ...KINDS[kind].map((value) => ({ type: `spd:${type}`, [field]: value })),
      ],
    ),
  );
  return [
    ...unknown.map((type) => ({ type, n: 1, params: {} })),
    ...fields,
    { type: 'spd:goto' },
    { type: 'spd:goto', step: 1, at: 0.5 },
  ];
}

/** Values that mean nothing: the default stands in their place. */
function senseless(parameter: Parameter): unknown[] {
  if (parameter.kind === 'text') return [{}, [], '?'.repeat((parameter.maxLength ?? 200) + 1)];
  if (parameter.kind === 'boolean') return [{}, 'maybe'];
  if (parameter.kind === 'choice') return [{}, 'no such thing'];
  return [{}, 'many', Number.NaN, Number.NEGATIVE_INFINITY];
}

const setting = (params: object): Message => ({ type: 'spd:set', params });

function badByParameters(parameters: Declaration): Message[] {
  const each = Object.entries(parameters).flatMap(([name, parameter]) =>
    senseless(parameter).map((value) => setting({ [name]: value })),
  );
  return [...each, setting({ nothing: 1 }), setting({ toString: 1 })];
}

/** Every number beyond its end. */
const beyond = (parameters: Declaration, end: 'min' | 'max') =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, parameter]) =>
      'min' in parameter ? [[name, parameter[end] + (end === 'min' ? -1 : 1)]] : [],
    ),
  );

async function declared(page: Page): Promise<Declaration> {
  const ready = (await heard(page)).find((m) => (m as Message).type === 'spd:ready');
  return (ready as { parameters: Declaration }).parameters;
}

/** What each of these messages is answered by; one that is surely bad after each tells that it has been read. */
const answers = (page: Page, messages: Message[]) =>
  page.evaluate(async (all) => {
    const frame = document.querySelector('iframe')!.contentWindow!;
    const told: string[][] = [];
    for (const [i, message] of all.entries()) {
      const from = window.heard.length;
      const mark = `spd:mark-${i}`;
      frame.postMessage(message, '*');
      frame.postMessage({ type: mark }, '*');
      const said = () =>
        (window.heard.slice(from) as { type?: string; message?: string }[])
          .filter(({ type }) => type === 'spd:error')
          .map(({ message }) => message ?? '');
      const until = performance.now() + 5000;
      while (!said().some((sentence) => sentence.includes(mark)) && performance.now() < until)
        await new Promise((done) => setTimeout(done, 2));
      told.push(said().filter((sentence) => !sentence.includes(mark)));
    }
    return told;
  }, messages);

/** All that the frame says, in shadow roots too. */
const textOf = (frame: FrameLocator) =>
  frame.locator('html').evaluate((html) => {
    const read = (node: Node): string => {
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
      if (node instanceof Text) return node.data;
      const shadow = node instanceof Element ? node.shadowRoot : null;
      return [...(shadow?.childNodes ?? []), ...node.childNodes].map(read).join('');
    };
    return read(html);
  });

async function answersAll(page: Page, frame: FrameLocator, messages: Message[]): Promise<void> {
  const faults: Error[] = [];
  page.on('pageerror', (error) => faults.push(error));
  const told = await answers(page, messages);
  const silent = messages.filter((_, i) => told[i].length === 0);
  expect(silent).toEqual([]);
  await saysNothing(page, frame);
  expect(faults).toEqual([]);
}

async function saysNothing(page: Page, frame: FrameLocator): Promise<void> {
  const text = await textOf(frame);
  const shown = [...new Set(await errors(page))].filter((sentence) => text.includes(sentence!));
  expect(shown).toEqual([]);
}

for (const name of ['space-to-depth', 'architecture'])
  test(`the figure ${name} answers every bad message to the page alone`, async ({
    page,
    baseURL,
  }) => {
    const frame = await host(page, `${baseURL}embed/${name}/`);
    const parameters = await declared(page);
    await answersAll(page, frame, [
      ...badByProtocol(),
      ...badByParameters(parameters),
      setting(beyond(parameters, 'min')),
      setting(beyond(parameters, 'max')),
      ...[-1, 1e300].map((step) => ({ type: 'spd:goto', step })),
      ...[-0.1, 1.1].map((at) => ({ type: 'spd:goto', at })),
      ...[-1, 1e300].map((n) => ({ type: 'spd:step', n })),
    ]);
  });

for (const name of LABS)
  test(`the lab ${name} answers every bad message to the page alone`, async ({ page, baseURL }) => {
    const frame = await host(page, `${baseURL}embed/${name}/`, '', LAB);
    const parameters = await declared(page);
    const moments = Object.keys(incoming).filter((type) => type !== 'set' && type !== 'get');
    await answersAll(page, frame, [
      ...badByProtocol(),
      ...badByParameters(parameters),
      ...moments.map((type) => ({ type: `spd:${type}`, n: 1, step: 1 })),
      setting({ theme: 'pink' }),
      setting({ bg: 'url(x)' }),
    ]);
    expect((await kinds(page)).filter((kind) => kind === 'spd:ready')).toHaveLength(1);
    // What is taken in part: the lab begins anew with the ends of the ranges, and with nothing to say of it.
    const ends = beyond(parameters, 'max');
    if (Object.keys(ends).length === 0) return;
    const before = (await errors(page)).length;
    await tell(page, setting({ ...ends, theme: 'dark' }));
    await expect
      .poll(async () => (await kinds(page)).filter((kind) => kind === 'spd:ready').length)
      .toBe(2);
    expect((await errors(page)).length - before).toBeGreaterThanOrEqual(Object.keys(ends).length);
    await expect(frame.locator(LAB)).toBeVisible();
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
    await saysNothing(page, frame);
  });
