// Every figure at every stop in every layout, each preset at its poster, and every word that it says. After a change
// that is meant: npm run snapshots, and read the diff.

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { figureNames, loadFigure } from '#lib/figures/index.ts';
import { pointedAt, programs, type Snapshot, stops, variants, words } from './figures.ts';
import { leftOver } from './left-over.ts';
import { nothingLogged } from './quiet.ts';

nothingLogged();

const LAYOUTS = ['wide', 'narrow', 'projector'] as const;
const figures = await Promise.all(figureNames.map((name) => loadFigure(name, english)));

it('leaves no snapshots of a figure that is no more', () => {
  expect(readdirSync(new URL('../../snapshots/figures/', import.meta.url)).sort()).toEqual(
    [...figureNames].sort(),
  );
});

describe.each(figures)('$name', (figure) => {
  const same = async (snapshots: Snapshot[]) => {
    for (const { file, text } of snapshots)
      await expect(text()).toMatchFileSnapshot(`../../snapshots/figures/${figure.name}/${file}`);
  };

  it.each(LAYOUTS)('is drawn as ever, %s', (layout) => same(stops(figure, layout)));
  it('is drawn as ever with each preset', () => same(variants(figure)));
  it('is drawn as ever with a cell pointed at', async () => same(await pointedAt(figure)));
  it('prints the same programs as ever', async () => same(await programs(figure)));
  it('says the same as ever', async () => same([await words(figure)]));
  it('leaves no snapshot that is not of it', async () => {
    const drawn = [
      ...LAYOUTS.flatMap((layout) => stops(figure, layout)),
      ...variants(figure),
      ...(await pointedAt(figure)),
      ...(await programs(figure)),
      await words(figure),
    ];
    expect(
      leftOver(
        `figures/${figure.name}`,
        drawn.map(({ file }) => file),
      ),
    ).toEqual([]);
  });
});
