import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchCard, judged, readCard } from '#lib/detector/index.ts';
import { fetchBytes } from '#lib/engine/download.ts';
import { sentence } from '../setup/say.ts';

const WEIGHTS = 'site/public/weights';
const SHIPPED = readdirSync(WEIGHTS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.json'),
);
const text = readFileSync(join(WEIGHTS, 'yolov5p.json'), 'utf8');
const without = (name: string, value?: unknown) =>
  JSON.stringify({ ...JSON.parse(text), [name]: value });

describe('a card', () => {
  it('of each shipped file is read', () => {
    expect(SHIPPED.length).toBeGreaterThan(10);
    for (const file of SHIPPED) {
      const card = readCard(readFileSync(join(WEIGHTS, file), 'utf8'), file);
      expect(card.classes.length).toBeGreaterThan(1);
    }
    expect(judged(readCard(text, 'yolov5p.json')).AP50).toBeGreaterThan(50);
  });

  it.each([
    ['<!doctype html>', 'it is a page, not JSON'],
    ['{"name": ', 'it is not JSON'],
    ['null', 'it holds no fields'],
    [without('sha256'), '“sha256” is missing'],
    [without('sha256', 'abc'), '“sha256” is not 64 hexadecimal digits'],
    [without('classes', 'car'), '“classes” is not a list of class names'],
    [without('inputSize', 1.5), '“inputSize” is not a number of pixels'],
    [without('AP', null), '“AP” is not a number'],
    ['{"__proto__": {"name": "x"}}', '“name” is missing'],
  ])('that is %s is refused in words', (broken, why) => {
    const message = `x.json does not describe trained weights: ${why}.`;
    expect(() => readCard(broken, 'x.json')).toSay(message);
  });

  it('without a judgement is no card of a judged detector', () => {
    expect(() => judged(readCard(without('AP'), 'x.json'))).toSay('“AP” is missing');
  });
});

describe('over the network', () => {
  let server: Server;
  let base: string;
  /** How each request was to be answered: from a copy, or anew. */
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url!.split('?')[0];
      asked.push(request.headers['cache-control'] ?? '');
      if (path === '/card.json') response.end(text);
      else if (path === '/gone.json') response.writeHead(404).end('<!doctype html>');
      else if (path === '/busy.json') response.writeHead(503).end();
      else if (path === '/page.json') response.end('<!doctype html>');
      else if (path === '/cut') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('x'.repeat(10), () => response.destroy());
      } else if (path === '/stalls') response.write('x'.repeat(2000));
      else if (path === '/drips') drip(response, 6);
      // '/silent' never answers.
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    base = `http://localhost:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('asks whether copies still hold: a card and its weights have to be of one deploy', async () => {
    asked.length = 0;
    await fetchCard(`${base}card.json`);
    await fetchBytes(`${base}card.json`);
    expect(asked).toHaveLength(2);
    for (const header of asked) expect(header).toMatch(/no-cache|max-age=0/);
  });

  function drip(response: import('node:http').ServerResponse, left: number): void {
    if (left === 0) response.end();
    else response.write('x', () => setTimeout(drip, 100, response, left - 1));
  }

  const fault = (work: Promise<unknown>) =>
    work.then(
      () => 'no fault',
      (error) => `${error.code}: ${sentence(error)}`,
    );

  it('is fetched with a check of the answer', async () => {
    expect((await fetchCard(`${base}card.json`)).architecture).toBe('yolov5p');
    expect(await fault(fetchCard(`${base}gone.json`))).toBe(
      'download: gone.json could not be fetched: the server answered 404 (not there). If the site has changed since this page was opened, reload the page.',
    );
    expect(await fault(fetchCard(`${base}busy.json?x`))).toBe(
      'download: busy.json could not be fetched: the server answered 503. Try again later.',
    );
    expect(await fault(fetchCard(`${base}page.json`))).toContain('it is a page, not JSON');
    expect(await fault(fetchCard('http://localhost:9/card.json'))).toMatch(/there was no answer/);
  });

  it('can be stopped at any moment, and stopping is no download that failed', async () => {
    for (const path of ['silent', 'stalls']) {
      const stop = new AbortController();
      const asked = fault(fetchBytes(base + path, { signal: stop.signal }));
      setTimeout(() => stop.abort(), 50);
      expect(await asked).toBe('cancelled: This was stopped.');
    }
  });

  it('may be as slow as it wants, but not silent', async () => {
    const stallLimit = 400;
    // Six times 100 ms are longer than the limit: each byte is a sign of life.
    expect((await fetchBytes(`${base}drips`, { stallLimit })).byteLength).toBe(6);
    expect(await fault(fetchBytes(`${base}silent`, { stallLimit }))).toBe(
      'download: silent could not be fetched: nothing came for 0.4 seconds. Check the connection and try again.',
    );
    expect(await fault(fetchBytes(`${base}stalls`, { stallLimit }))).toContain(
      'nothing came for 0.4 seconds after 2 kB',
    );
    expect(await fault(fetchBytes(`${base}cut`))).toMatch(/the connection broke off after 0 kB/);
  });
});
