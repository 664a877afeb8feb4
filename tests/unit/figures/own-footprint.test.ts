// Trained stacks in the figure of the footprint: what a training hands on is what it draws and says.
import { describe, expect, it } from 'vitest';
import { figureLinks } from '#components/train/figure-links.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { modelOf, type Params, phasesOf } from '#lib/figures/footprint/model.ts';
import { type OwnStack, ownOf, readStacks } from '#lib/figures/footprint/own.ts';
import { writeStacks } from '#lib/figures/footprint/write-own.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { parse } from '#lib/parameters/index.ts';
import { interiorPlane } from '#lib/spd/index.ts';
import { ownStack, WAYS, type Way } from '#lib/stack/index.ts';
import { drawn, inside, stackOf } from '../stack/networks.ts';
import { badTexts, emptySvg, layouts } from './harness.ts';

async function opened(query: string) {
  const figure = await loadFigure('footprint', english);
  const given = Object.fromEntries(
    [...new URLSearchParams(query)].map(([key, value]) => [key.replace('footprint.', ''), value]),
  );
  const { values, errors } = parse(figure.parameters, given, {} as never, figure.constrain);
  expect(errors).toEqual([]);
  return { figure, values, params: values as never as Params };
}

describe('the text of trained stacks', () => {
  const stack = (way: Way, times = 2): OwnStack => {
    const { plan, numbers } = inside(stackOf(way, times), drawn());
    return ownStack(plan.stages, numbers);
  };
  const rounded = ({ place, halvings }: OwnStack) => ({
    place,
    halvings: halvings.map((layers) =>
      layers.map((layer) => ({ ...layer, weights: Float32Array.from(layer.weights) })),
    ),
  });

  it('comes back as it was written, short enough for an address', () => {
    for (const way of WAYS) {
      const both = [stack(way, 5), stack(way === 'spd' ? 'strided-6' : 'spd', 5)];
      const apart = both[0].place === both[1].place ? both.slice(0, 1) : both;
      const text = writeStacks(apart);
      expect(text.length).toBeLessThan(2000);
      expect(encodeURIComponent(text)).toBe(text);
      expect(readStacks(text)).toEqual(apart.map(rounded));
    }
  });

  it('is refused with a sentence where it is broken', async () => {
    const figure = await loadFigure('footprint', english);
    const text = writeStacks([stack('spd')]);
    const [place, shapes, numbers] = text.split('.');
    const negative = Float32Array.from({ length: 72 }, () => -1);
    const broken = [
      'x',
      '..',
      text.slice(0, -4),
      `${text}A`,
      `${text}.`,
      `${text}.${text}`,
      `${text}.strided.320_320`,
      `pooled.${shapes}.${numbers}`,
      `${place}.611_622.${numbers}`,
      `${place}.622.${numbers}`,
      `${place}.${Array(6).fill('622').join('_')}.${numbers}`,
      writeStacks([
        { place: 'spd', halvings: [[{ kernel: 6, stride: 2, padding: 2, weights: negative }]] },
      ]),
      writeStacks([
        {
          place: 'spd',
          halvings: [[{ kernel: 6, stride: 2, padding: 2, weights: Array(36).fill(Number.NaN) }]],
        },
      ]),
    ];
    for (const maps of broken) {
      expect([maps, readStacks(maps)]).toEqual([maps, undefined]);
      const { values, errors } = parse(figure.parameters, { maps }, {} as never, figure.constrain);
      expect([values.maps, errors]).toEqual(['', [expect.stringContaining('“maps” holds none')]]);
    }
  });

  it('stands in the figure while the controls say what it begins with', () => {
    const maps = writeStacks([stack('published'), stack('strided-6')]);
    const fits: Params = { halvings: 2, kernel: 6, after: 'published', maps };
    const places = (params: Params) => [
      ownOf(params, 'strided') !== undefined,
      ownOf(params, 'spd') !== undefined,
    ];
    expect(places(fits)).toEqual([true, true]);
    expect(places({ ...fits, halvings: 1 })).toEqual([true, true]);
    expect(places({ ...fits, kernel: 3 })).toEqual([false, true]);
    expect(places({ ...fits, after: 'spd-3' })).toEqual([true, false]);
    expect(places({ ...fits, halvings: 3 })).toEqual([false, false]);
    // What does not stand in it leaves no trace.
    const without = modelOf({ ...fits, halvings: 3, maps: '' });
    expect(modelOf({ ...fits, halvings: 3 })).toEqual(without);
  });
});

describe('a link to the figure', () => {
  it.each(WAYS)('carries the weights of %s, and the drawing says so', async (way) => {
    const network = inside(stackOf(way), drawn());
    const link = figureLinks(network, [network]).footprint;
    expect(link.networks).toBe(1);
    const { figure, values, params } = await opened(link.query);
    const { place, halvings } = ownStack(network.plan.stages, network.numbers);
    const { window, [place]: side } = modelOf(params);
    const { side: period, paths } = interiorPlane(halvings.flat());
    const [mean, all] = [paths, side.planes[2]].map((of) => of.reduce((a, b) => a + b) / of.length);
    side.planes[2].forEach((count, i) => {
      const [y, x] = [Math.floor(i / window) % period, (i % window) % period];
      expect(count / all).toBeCloseTo(paths[y * period + x] / mean, 5);
    });
    const svg = emptySvg();
    for (const context of layouts) {
      figure.draw(svg, values, 1, context);
      expect(svg.textContent?.split('by your trained weights')).toHaveLength(2);
      expect(badTexts(svg, context)).toEqual([]);
      figure.draw(svg, { ...values, maps: '' }, 1, context);
      expect(svg.textContent).not.toContain('your');
    }
    const said = figure.describe(values, 1);
    expect(said).toContain('the mean size of your trained weights');
    expect(said).toContain(`A ${phasesOf(side.planes[2], window)[0].toFixed(2)}`);
    expect((await figure.cells?.())?.describe(values, `${place}:1:1`)).toContain(
      'of the mean by your trained weights',
    );
  });

  it('takes a network of the other kind along, if it is halved as often, and names a stack that is none of the figure’s', async () => {
    const [spd, strided, deep] = [
      inside(stackOf('spd'), drawn(1)),
      inside(stackOf('strided'), drawn(2)),
      inside(stackOf('max', 3), drawn(3)),
    ];
    expect(figureLinks(deep, [spd, strided, deep]).footprint.networks).toBe(1);
    const { query, networks } = figureLinks(spd, [spd, strided, deep]).footprint;
    expect(networks).toBe(2);
    const { params } = await opened(query);
    expect(readStacks(params.maps)).toHaveLength(2);
    const { strided: left, spd: right } = modelOf(params);
    expect([left.own, right.own]).toEqual([true, true]);
    const { figure, values } = await opened(figureLinks(deep, []).footprint.query);
    expect(figure.describe(values, 1)).toContain('y your own stack, each path counted');
  });

  it('stays plain where the numbers have run away', () => {
    const lost = inside(stackOf('spd'), () => Number.NaN);
    const none = { query: '', networks: 0 };
    expect(figureLinks(lost, [lost])).toEqual({ disguise: none, rebuild: none, footprint: none });
    const sound = inside(stackOf('strided'), drawn());
    expect(figureLinks(sound, [lost, sound]).footprint.networks).toBe(1);
  });
});
