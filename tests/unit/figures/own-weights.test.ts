// A trained first halving in the figures: what the training hands on is what they draw and count with.
import { expect, it } from 'vitest';
import { figureLinks } from '#components/train/figure-links.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { constrain, modelOf as disguiseOf } from '#lib/figures/disguise/model.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { readWeights } from '#lib/figures/kit/own-weights.ts';
import { writeWeights } from '#lib/figures/kit/write-own.ts';
import { modelOf as rebuildOf } from '#lib/figures/rebuild/model.ts';
import { defaults, parse } from '#lib/parameters/index.ts';
import { normal, random } from '#lib/random/index.ts';
import { toStrided } from '#lib/spd/index.ts';
import { trainedLayers } from '#lib/stack/index.ts';
import { isOneKernel, WAYS, type Way } from '#lib/stack/ways.ts';
import type { Inside } from '#lib/training/index.ts';
import { layersOf, pair, priceOf } from '#lib/training/plan.ts';
import { emptySvg } from './harness.ts';

const WIDTH = 8;

/** A network with numbers of its own. */
function inside(way: Way): Inside {
  const plan = { stages: pair(way, WIDTH), side: 16, classes: 2 };
  const next = random(7);
  const numbers = Float32Array.from({ length: priceOf(plan).parameters }, () => normal(next));
  return { plan, numbers, footprint: { map: new Float32Array(256), phases: [], unevenness: 1 } };
}

async function opened(name: 'disguise' | 'rebuild', query: string) {
  const figure = await loadFigure(name, english);
  const given = Object.fromEntries(
    [...new URLSearchParams(query)].map(([key, value]) => [key.replace(`${name}.`, ''), value]),
  );
  const { values, errors } = parse(figure.parameters, given, {} as never, figure.constrain);
  expect(errors).toEqual([]);
  return { figure, values };
}

it.each(['spd', 'strided', 'strided-6', 'strided-2'] as const)(
  'the filters of %s stand in both figures, number by number',
  async (way) => {
    const network = inside(way);
    const [{ kernel }] = trainedLayers(layersOf(network.plan), network.numbers);
    const links = figureLinks(network, [network]);
    expect([links.disguise.networks, links.rebuild.networks]).toEqual([1, 1]);

    const disguise = await opened('disguise', links.disguise.query);
    const model = disguiseOf(disguise.values as never);
    const { strided } = model.kernels;
    const windows = way === 'spd' ? toStrided(kernel, 2) : kernel;
    const first = windows.data.length / WIDTH;
    expect([...strided.data.slice(0, 4 * first)].map(Math.fround)).toEqual([
      ...windows.data.slice(0, 4 * first),
    ]);
    expect(disguise.figure.describe(disguise.values, 1)).toContain('hundredths');

    // One colour of the figure: what the filters do to grey.
    const rebuild = await opened('rebuild', links.rebuild.query);
    const { rows } = rebuildOf(rebuild.values as never);
    // A row far from the border holds every number of a filter that there is, each summed over the colours.
    const middle = 6 * (4 * 8 + 4);
    const { channels, kernel: side, data } = windows;
    for (const o of [0, 5]) {
      let sum = 0;
      for (let i = 0; i < channels * side ** 2; i++) sum += data[o * channels * side ** 2 + i];
      const row = rows[middle + o];
      expect(Array.from(row).reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 4);
      expect(Array.from(row).filter((value) => value !== 0)).toHaveLength(side ** 2);
    }
    expect(rebuild.figure.describe(rebuild.values, 1)).toContain('trained filters');
    const svg = emptySvg();
    rebuild.figure.draw(svg, rebuild.values, 1, { layout: 'wide' });
    expect(svg.textContent).toContain('by 6 filters of yours, on grey');
    rebuild.figure.draw(svg, { ...rebuild.values, filters: '' }, 1, { layout: 'wide' });
    expect(svg.textContent).not.toContain('of yours');
  },
);

it('where no single kernel halves, the figures open as they are', () => {
  const ways = WAYS.filter((way) => !isOneKernel(way));
  expect(ways).toEqual(['max', 'average', 'blur', 'published']);
  for (const way of ways) {
    const links = figureLinks(inside(way), []);
    expect(links.disguise).toEqual({ query: '', networks: 0 });
    expect(links.rebuild).toEqual({ query: '', networks: 0 });
  }
});

it('a text that holds no filters is refused with a sentence, and other settings draw their own weights', async () => {
  const figure = await loadFigure('disguise', english);
  const plain = defaults(figure.parameters) as never as Parameters<typeof constrain>[1];
  const kernel = { data: new Float32Array(108).fill(0.5), outputs: 1, channels: 12, kernel: 3 };
  const text = writeWeights({ via: 'spd', kernel });
  expect(readWeights(text)?.kernel).toEqual(kernel);
  const wrong = [text.slice(0, -4), 'spd.3.1.', `${text}!`, text.replace('spd.3', 'spd.4'), 'x'];
  const nan = { ...kernel, data: new Float32Array(108).fill(Number.NaN) };
  for (const filters of [...wrong, writeWeights({ via: 'spd', kernel: nan })]) {
    expect(readWeights(filters)).toBeUndefined();
    const { values, errors } = constrain(
      { noRoom: () => '', noWeights: 'no' },
      { ...plain, filters },
    );
    expect([values.filters, errors]).toEqual(['', ['no']]);
  }
  const fits = { ...plain, given: 'spd' as const, block: 2, kernel: 3, filters: text };
  expect(disguiseOf(fits).kernels.spd.data[0]).toBe(0.5);
  for (const other of [{ kernel: 1 }, { block: 3 }, { given: 'strided' as const }])
    expect(disguiseOf({ ...fits, ...other })).toEqual({
      ...disguiseOf({ ...fits, ...other, filters: '' }),
      filters: text,
    });
});
