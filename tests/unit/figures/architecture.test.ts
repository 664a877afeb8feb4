import { describe, expect, it } from 'vitest';
import { readCited } from '#commands/counts.ts';
import { architecture as said } from '#content/words/en/figures/architecture.ts';
import { architecture as figureOf } from '#lib/figures/architecture/index.ts';
import { layout } from '#lib/figures/architecture/layout.ts';
import { constrain, modelOf, type Params } from '#lib/figures/architecture/model.ts';
import { hasSizes, PAIRS } from '#lib/figures/architecture/nets.ts';
import { layerTable } from '#lib/figures/architecture/table.ts';
import type { Context } from '#lib/figures/index.ts';
import { macsText } from '#lib/figures/kit/macs.ts';
import { thousands } from '#lib/figures/kit/numbers.ts';
import { defaults } from '#lib/parameters/index.ts';
import { badTexts, boxOf, emptySvg, layouts, opacityOf, valuesOf } from './harness.ts';

const architecture = figureOf(said);
const plain = defaults(architecture.parameters);
const pairs = Object.keys(PAIRS).flatMap((model) =>
  (hasSizes(model) ? ['p', 'n', 's', 'm', 'l'] : ['s']).map(
    (size) => ({ ...plain, model, size }) as Params,
  ),
);

function words(params: Params, t: number, layer: string): string[] {
  const svg = emptySvg();
  architecture.draw(svg, params, t, { layout: 'wide' });
  return [...svg.querySelectorAll(`[data-layer=${layer}] text`)].flatMap((text) =>
    opacityOf(text) > 0.01 ? [text.textContent ?? ''] : [],
  );
}

describe.each(pairs)('$model, size $size', (params) => {
  it('writes the cited totals of both nets', () => {
    const { graphs } = modelOf(params);
    const shown = words(params, 1, 'totals-words');
    for (const graph of graphs) {
      const cited = readCited().find(
        ({ name, inputSize, classes }) =>
          name === graph.name && inputSize === graph.picture.height && classes === graph.classes,
      );
      // The files of the ResNets carry no name of their own; the pico nets are nobody's.
      if (cited) expect(graph.parameters).toBe(cited.parameters);
      expect(shown).toContain(thousands(graph.parameters));
      expect(shown).toContain(macsText(graph.macs));
    }
  });

  it('lays no box on another, at rest', () => {
    for (const t of [0, 1])
      for (const context of layouts) expect(overlaps(params, t, context)).toEqual([]);
  });

  it('on a phone the name of a column stands right above its first box, or above the wire that comes there', () => {
    const { columns, picture, strided, spd } = layout(modelOf(params), { layout: 'narrow' });
    for (const [t, net] of [strided, spd].entries()) {
      const svg = emptySvg();
      architecture.draw(svg, params, t, { layout: 'narrow' });
      const names = [...svg.querySelectorAll('[data-layer=band-words] text')];
      for (const { name } of columns) {
        const own = [picture, ...net].filter(({ column }) => column === name);
        const first = Math.min(...own.map(({ y, height }) => y - height / 2));
        const label = names.find(({ textContent }) => textContent === said.columns[name]);
        const gap = first - Number(label?.getAttribute('y'));
        expect(gap, name).toBeGreaterThan(4);
        expect(gap, name).toBeLessThan(['shortcut', 'down'].includes(name) ? 72 : 24);
      }
    }
  });

  it('has no words that a wire crosses, at rest', () => {
    for (const context of layouts)
      for (const t of [0, ...architecture.stops(params).map((stop) => stop.t)])
        expect(crossed(params, t, context)).toEqual([]);
  });

  it('leads no level wire along or across a box, at rest', () => {
    for (const context of layouts)
      for (const t of [0, 1]) expect(boxesCrossed(params, t, context)).toEqual([]);
  });

  it('has a row of the table for every layer', () => {
    const { rows } = layerTable(said, params);
    expect(rows.length).toBe(modelOf(params).slots.length);
    for (const [strided, spd] of rows) expect(strided ?? spd).toBeDefined();
  });
});

/** Points of a line, a pixel apart at most where it is straight. */
function pointsOf(path: string): number[][] {
  const numbers = (text: string) => [...text.matchAll(/-?[\d.]+/g)].map(Number);
  const points: number[][] = [];
  for (const [, command, rest] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const [x0, y0] = points.at(-1) ?? [0, 0];
    const at = numbers(rest);
    const [x, y] = at.slice(-2);
    const steps = command === 'M' ? 1 : Math.ceil(Math.hypot(x - x0, y - y0));
    for (let i = 1; i <= steps; i++) {
      const [v, u] = [i / steps, 1 - i / steps];
      const curve = (k: number) =>
        u ** 3 * [x0, y0][k] +
        3 * u * u * v * at[k] +
        3 * u * v * v * at[2 + k] +
        v ** 3 * [x, y][k];
      points.push(
        command === 'M'
          ? [x, y]
          : command === 'C'
            ? [curve(0), curve(1)]
            : [u * x0 + v * x, u * y0 + v * y],
      );
    }
  }
  return points;
}

/** Words that stand on no box of their own, and are crossed by a line that can be seen. */
function crossed(params: Params, t: number, context: Context): string[] {
  const svg = emptySvg();
  architecture.draw(svg, params, t, context);
  const points = [...svg.querySelectorAll('[data-layer=wires] path')]
    .filter((wire) => opacityOf(wire) > 0.1)
    .flatMap((wire) => pointsOf(wire.getAttribute('d') ?? ''));
  expect(points.length).toBeGreaterThan(100);
  return [...svg.querySelectorAll('text')]
    .filter((text) => !text.closest('[data-layer=names], [data-layer=badge-words]'))
    .filter((text) => opacityOf(text) > 0.1 && text.textContent !== '')
    .flatMap((text) => {
      const { left, right, top, bottom } = boxOf(text);
      const hit = points.find(([x, y]) => x > left && x < right && y > top && y < bottom);
      return hit ? [`"${text.textContent}" at ${hit.map(Math.round)}`] : [];
    });
}

/** Boxes that a level stretch of a line runs along or across. */
function boxesCrossed(params: Params, t: number, context: Context): string[] {
  const svg = emptySvg();
  architecture.draw(svg, params, t, context);
  const points = [...svg.querySelectorAll('[data-layer=wires] path')]
    .filter((wire) => opacityOf(wire) > 0.1 && !wire.getAttribute('d')?.endsWith('Z'))
    .flatMap((wire) => {
      const line = pointsOf(wire.getAttribute('d') ?? '').slice(3);
      return line.filter(([, y], i) => y === line[i + 1]?.[1]);
    });
  expect(points.length).toBeGreaterThan(50);
  return [...svg.querySelectorAll('[data-layer=boxes] rect[data-cell^=layer]')].flatMap((rect) => {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
      Number(rect.getAttribute(name)),
    );
    const hit = points.find(
      ([px, py]) => px > x + 6 && px < x + width - 6 && py > y - 5 && py < y + height + 5,
    );
    return hit ? [`${rect.getAttribute('data-cell')} at ${hit.map(Math.round)}`] : [];
  });
}

function overlaps(params: Params, t: number, context: Context): string[] {
  const svg = emptySvg();
  architecture.draw(svg, params, t, context);
  const boxes = [...svg.querySelectorAll('[data-layer=boxes] rect[data-cell^=layer]')].map((rect) =>
    ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name))),
  );
  return boxes.flatMap(([x, y, w, h], i) =>
    boxes.flatMap(([X, Y, W, H], j) =>
      i < j && x < X + W && X < x + w && y < Y + H && Y < y + h ? [`${i} and ${j}`] : [],
    ),
  );
}

it.each(pairs.filter(({ model, size }) => size === 'l' || !hasSizes(model)))(
  '$model: keeps the words of its layers inside',
  (params) => {
    for (const context of layouts) {
      const svg = emptySvg();
      for (let layer = 2; layer < modelOf(params).slots.length; layer += 6) {
        architecture.draw(svg, params, 1, {
          ...context,
          lit: { cells: [`layer:${layer}:0`], grids: [] },
        });
        expect(badTexts(svg, context)).toEqual([]);
      }
    }
  },
);

describe('the architecture explorer', () => {
  const badges = (params: Params, t: number) => words(params, t, 'badge-words');

  it('numbers seven replaced strides, and marks none before they are told', () => {
    expect(badges(plain, 0)).toEqual([]);
    for (const t of [architecture.stops(plain)[0].t, 1])
      expect(badges(plain, t)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('marks what stays and what is removed in a ResNet', () => {
    const resnet = valuesOf(architecture, { model: 'resnet50' }) as Params;
    const marked = ['1', '×', '2', 'stays', '3', 'stays', '4', 'stays'];
    expect(badges(resnet, architecture.stops(resnet)[0].t)).toEqual(marked);
    expect(badges(resnet, 1)).toEqual(marked);
    expect(words(resnet, 1, 'band-words')).toContain(said.unreached);
  });

  it.each(['pico-maxpool', 'pico-avgpool', 'pico-blurpool'])(
    '%s: every pool becomes a space-to-depth in its place',
    (model) => {
      const { slots, strided, spd, steps } = modelOf(valuesOf(architecture, { model }) as Params);
      const pools = slots.filter((slot) => strided[slot.strided ?? -1]?.kind.endsWith('-pool'));
      expect(pools.length).toBe(6);
      for (const slot of pools) expect(spd[slot.spd ?? -1]?.kind).toBe('space-to-depth');
      expect(steps.map(({ fate }) => fate)).toEqual(Array(7).fill('replaced'));
    },
  );

  it('follows the size of the picture with shapes and MACs, not with parameters', () => {
    const own = modelOf(plain);
    const half = modelOf({ ...plain, picture: '320' });
    half.graphs.forEach((graph, side) => {
      expect(graph.picture.height).toBe(320);
      expect(graph.parameters).toBe(own.graphs[side].parameters);
      expect(graph.macs).toBe(own.graphs[side].macs / 4);
    });
    for (const { value } of architecture.parameters.picture.options)
      for (const params of pairs.filter(({ size }) => size === 's'))
        expect(() => modelOf({ ...params, picture: value } as Params)).not.toThrow();
  });

  it('moves a convolution that has lost its stride to the larger map', () => {
    const y = (t: number) => {
      const svg = emptySvg();
      architecture.draw(svg, plain, t, { layout: 'wide' });
      return Number(svg.querySelector('[data-cell="layer:1:0"]')?.getAttribute('y'));
    };
    expect(y(1)).toBeLessThan(y(0));
    expect(y(0.7)).toBeLessThanOrEqual(y(0));
  });

  it('says what a layer costs and how it reads', async () => {
    const cells = await architecture.cells?.();
    const said = cells?.describe(plain, 'layer:1:0');
    expect(said).toContain('YOLOv5s: 3×3/2 convolution, 320 × 320 × 32 to 160 × 160 × 64');
    expect(said).toContain('18,560 parameters, 471.9 M MACs (5.7 % of all)');
    expect(said).toContain('it reads its positions 1, 2 or 4 times');
    expect(said).toContain('1.887 G MACs (11.2 % of all); it reads every position 9 times');
    expect(cells?.pick?.(plain, 'layer:7:0')).toEqual({ layer: 7 });
  });

  it('brings settings into agreement and says so', () => {
    const last = constrain(said, { ...plain, layer: 40 });
    expect(last.values.layer).toBe(modelOf(plain).slots.length - 1);
    expect(last.errors[0]).toContain('it is shown');
  });
});
