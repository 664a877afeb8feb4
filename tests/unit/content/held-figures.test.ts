// A figure that a bet asks about comes to rest at the moment that is asked about, not at one that answers otherwise.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { modelOf as microscopeOf } from '#lib/figures/microscope/model.ts';

interface Asked {
  chapter: string;
  /** The question, as it is written. */
  bet: string;
  /** The figure's opening tag. */
  tag: string;
}

const chapters = readdirSync('content/chapters').filter((name) => name.endsWith('.mdx'));
const asked = chapters.flatMap((chapter): Asked[] => {
  const text = readFileSync(`content/chapters/${chapter}`, 'utf8');
  const bets = [...text.matchAll(/<Predict\n[\s\S]*?\n>/g)].map(([bet]) => bet);
  return [...text.matchAll(/<Figure [^>]*\bheld\b[^>]*>/g)].map(([tag]) => {
    const id = /\bid="([^"]+)"/.exec(tag)?.[1] ?? /\bname="([^"]+)"/.exec(tag)?.[1] ?? '';
    return { chapter, tag, bet: bets.find((bet) => bet.includes(`for="${id}"`)) ?? '' };
  });
});
const stopOf = ({ tag }: Asked) => Number(/\bstop=\{(\d+)\}/.exec(tag)?.[1] ?? Number.NaN);
const of = (id: string) => asked.filter(({ bet }) => bet.includes(`id="${id}"`))[0];

it('each has a bet, and a moment that is named is one of its own before the last', async () => {
  expect(asked.length).toBeGreaterThan(10);
  for (const one of asked) {
    expect(one.bet, `${one.chapter}: ${one.tag}`).not.toBe('');
    const stop = stopOf(one);
    if (Number.isNaN(stop)) continue;
    const figure = await loadFigure(/\bname="([^"]+)"/.exec(one.tag)?.[1] ?? '', english);
    const values = Object.fromEntries(
      Object.entries(figure.parameters).map(([name, { default: value }]) => [name, value]),
    );
    const stops = figure.stops(values as Parameters<typeof figure.stops>[0]);
    expect(stop, one.tag).toBeGreaterThanOrEqual(1);
    expect(stop, one.tag).toBeLessThan(stops.length);
  }
});

it('the order of the ways to halve is asked for the halvings that are shown, and is another in the end', () => {
  const bet = of('vanish-order');
  const level = Number(/level: (\d)/.exec(bet.bet)?.[1]);
  expect(stopOf(bet)).toBe(level);
  const { rows } = microscopeOf({ scene: 0, length: 8, offset: 4, paint: 'red' });
  const order = (n: number) =>
    rows
      .filter(({ method }) => method !== 'spd')
      .sort((a, b) => b.trace[n] - a.trace[n])
      .map(({ method }) => method);
  expect(order(level)).not.toEqual(order(5));
});

it('what max-pooling leaves of the dark car stands in the map that is shown', () => {
  const bet = of('vanish-dark');
  const answer = Number(/answer: (\d+)/.exec(bet.bet)?.[1]);
  const { rows } = microscopeOf({ scene: 0, length: 8, offset: 4, paint: 'dark' });
  const trace = rows.find(({ method }) => method === 'max')?.trace ?? [];
  expect(trace.map(Math.round)[stopOf(bet)]).toBe(answer);
  expect(Math.round(trace[5])).not.toBe(answer);
});

it('the shape after space-to-depth is asked for where the sub-maps are stacked', async () => {
  const figure = await loadFigure('space-to-depth', english);
  const values = { block: 2, size: 12, channels: 3, order: 'spd', scene: 0 } as never;
  const stop = stopOf(of('space-to-depth-shape'));
  expect(figure.describe(values, figure.stops(values)[stop - 1].t)).toMatch(
    /12 (channels|planes)|stack/,
  );
  expect(figure.describe(values, 1)).not.toBe(
    figure.describe(values, figure.stops(values)[stop - 1].t),
  );
});
