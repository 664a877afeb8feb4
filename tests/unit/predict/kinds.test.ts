import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { escaped, type Kind } from '#components/predict/bet.ts';
import { kindOf, type Spec } from '#components/predict/kinds/index.ts';
import { type Asked, specOf } from '#components/predict/truths.ts';

/** A bet of each kind, a right and a wrong guess. */
const bets: { asked: Asked; right: unknown; wrong: unknown; answer: string }[] = [
  { asked: { options: ['a', 'b'], answer: 1 }, right: 1, wrong: 0, answer: 'b' },
  {
    asked: { paint: { size: 8, kernel: 3, stride: 2, padding: '1', from: 2, side: 2 } },
    right: [1, 2, 2, 4],
    wrong: [1, 1, 1, 1],
    answer: '1 2 / 2 4',
  },
  {
    asked: { number: { min: 0, max: 16, unit: 'zeros', answer: 7 } },
    right: 7,
    wrong: 9,
    answer: '7 zeros',
  },
  {
    asked: { order: { level: 3, offset: 4, paint: 'red' } },
    right: [1, 2, 3, 4, 0],
    wrong: [0, 1, 2, 3, 4],
    answer: 'max-pool, average-pool, blur-pool, strided 3×3, strided sample',
  },
  {
    asked: {
      curve: { variant: 'yolov5p-spd', against: 'yolov5p', plan: 'pico', min: 0, max: 8 },
    },
    right: [0, 1, 2, 4, 4, 5, 6, 6, 5, 4, 2],
    wrong: [8, 8, 7, 7, 6, 5, 4, 3, 2, 1, 0],
    answer: 'at most 6.1 at 12 px',
  },
  {
    asked: { options: ['In the first', 'In the second'], scenes: 'one-pixel' },
    right: 0,
    wrong: 1,
    answer: 'In the first',
  },
  {
    asked: { curve: { published: 'macs', min: 26, max: 52 } },
    right: [31, 40, 46, 48],
    // On the line of the strided models.
    wrong: [33, 42, 47, 50],
    answer: 'YOLOv5-SPD-s: 40',
  },
];

async function shown(asked: Asked): Promise<{
  spec: Spec;
  kind: Kind<Spec, unknown>;
  control: HTMLElement;
}> {
  const spec = await specOf('test', asked);
  const kind = await kindOf(spec);
  const { document } = parseHTML(`<div>${kind.control(spec, 'test')}</div>`);
  return { spec, kind, control: document.querySelector('div') as unknown as HTMLElement };
}

describe.each(bets)('a bet: $answer', ({ asked, right, wrong, answer }) => {
  it('knows its answer, and tells a right guess from a wrong one', async () => {
    const { spec, kind } = await shown(asked);
    expect(kind.answer(spec)).toContain(answer);
    expect(kind.tell(spec, right).right).toBe(true);
    expect(kind.tell(spec, wrong).right).toBe(false);
    expect(kind.tell(spec, wrong).sentence).not.toBe('');
  });

  it('gives back the guess that is put into its control', async () => {
    const { spec, kind, control } = await shown(asked);
    for (const value of [right, wrong]) {
      kind.put(control, spec, value);
      expect(kind.read(control, spec)).toEqual(value);
    }
  });

  it('has guessed nothing before the reader has, but for an order, which always is one', async () => {
    const { spec, kind, control } = await shown(asked);
    kind.put(control, spec, wrong);
    kind.put(control, spec, undefined);
    if (spec.kind !== 'order') expect(kind.read(control, spec)).toBeUndefined();
  });
});

it('marks of painted counts stand in the cells that they were painted for', async () => {
  const { spec, kind } = await shown(bets[1].asked);
  expect(kind.tell(spec, [1, 2, 3, 4]).marks).toEqual([
    { cell: 'x:2:2', text: '1', right: true },
    { cell: 'x:2:3', text: '2', right: true },
    { cell: 'x:3:2', text: '3', right: false },
    { cell: 'x:3:3', text: '4', right: true },
  ]);
});

it('every number of a palette has a colour of its own, and one lies above the largest that comes out', async () => {
  for (const [kernel, stride] of [
    [3, 2],
    [5, 2],
    [2, 2],
    [7, 2],
    [4, 3],
  ]) {
    const { spec } = await shown({
      paint: { size: 12, kernel, stride, padding: '1', from: 3, side: 4 },
    });
    if (spec.kind !== 'paint') throw new Error(spec.kind);
    const grounds = spec.colours.map(([ground]) => ground);
    expect(new Set(grounds).size, `${kernel}×${kernel}/${stride}: ${grounds}`).toBe(grounds.length);
    expect(spec.most).toBeGreaterThan(Math.max(...spec.truth));
  }
});

it('painted counts are answered by the same cells, each with its number', async () => {
  const { spec, kind } = await shown(bets[1].asked);
  if (spec.kind !== 'paint') throw new Error(spec.kind);
  const { document } = parseHTML(`<div>${kind.shown?.(spec)}</div>`);
  const rows = [...document.querySelectorAll('table[aria-label] tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ['1', '2'],
    ['2', '4'],
  ]);
  for (const cell of document.querySelectorAll('td'))
    expect(cell.getAttribute('style')).toContain(spec.colours[Number(cell.textContent)][0]);
});

it('on a logarithmic line a guess near the number counts as right', async () => {
  const asked = { number: { min: 1, max: 1000, log: true, answer: { kernel: 3, halvings: 5 } } };
  const { spec, kind } = await shown(asked);
  expect(kind.answer(spec)).toBe('169');
  expect(kind.tell(spec, 170).right).toBe(true);
  expect(kind.tell(spec, 100).right).toBe(false);
});

it('refuses a bet on nothing', async () => {
  await expect(specOf('empty', {})).rejects.toThrow(/"empty"/);
  await expect(specOf('beyond', { options: ['a'], answer: 1 })).rejects.toThrow(/"beyond"/);
});

it('text becomes HTML without a sign of its own', () => {
  expect(escaped('<b> & "c"')).toBe('&lt;b&gt; &amp; &quot;c&quot;');
});
