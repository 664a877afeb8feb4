import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { yamlRows as words } from '#content/words/en/figures/yaml-rows.ts';
import { yamlRows } from '#lib/figures/yaml-rows/index.ts';
import { fileRows, moved, places, rowsOf, staleNumbers } from '#lib/figures/yaml-rows/model.ts';
import { emptySvg } from './harness.ts';

type YamlRow = [from: number | number[], number: number, module: string, args: unknown[]];

function rows(name: string): YamlRow[] {
  const { backbone, head } = parse(readFileSync(`content/architectures/${name}.yaml`, 'utf8'));
  return [...backbone, ...head];
}

const named = (from: number | number[]) => [from].flat().filter((source) => source >= 0);
const all = { inserted: places.length };

describe('yaml-rows', () => {
  it('has the rows and the numbers of YOLOv5', () => {
    const yaml = rows('yolov5');
    expect(fileRows.map(({ module }) => module.split(' ')[0])).toEqual(
      yaml.map(([, , module]) => module.replace('nn.', '')),
    );
    expect(fileRows.map(({ absolute }) => absolute)).toEqual(yaml.map(([from]) => named(from)));
  });

  it('with all rows put in and the numbers moved it is the published wiring', () => {
    const yaml = rows('yolov5-spd');
    expect(rowsOf(all).map(({ spd }) => spd)).toEqual(
      yaml.map(([, , module]) => module === 'space_to_depth'),
    );
    expect(rowsOf(all).map(({ absolute }) => absolute.map((old) => moved(all, old)))).toEqual(
      yaml.map(([from]) => named(from)),
    );
  });

  it('one row put in makes every number wrong, and nothing says so', () => {
    expect(staleNumbers({ inserted: 1 }).map(({ outcome }) => outcome)).toEqual(
      Array(7).fill('silent'),
    );
  });

  it.each([['wide'], ['narrow']] as const)('%s: once mended, nothing is called wrong', (layout) => {
    const figure = yamlRows(words);
    const values = { inserted: places.length };
    const svg = emptySvg();
    const texts = (t: number) => {
      figure.draw(svg, values, t, { layout });
      return [...svg.querySelectorAll('[data-layer=notes] text')].map(
        ({ textContent }) => textContent,
      );
    };
    const [, stale, fixed] = figure.stops(values).map(({ t }) => t);
    expect(texts(stale).join('\n')).toMatch(/error/);
    expect(texts(fixed).join('\n')).not.toMatch(/error|wrong/);
    if (layout === 'wide') expect(texts(fixed)[0]).toBe('9 (was 6)');
    else expect(texts(stale)).toEqual([words.sum({ right: 0, error: 4, silent: 3 })]);
  });

  it('with all rows in, every concatenation meets maps of two sizes', () => {
    const outcomes = staleNumbers(all).map(({ module, outcome }) => [module, outcome]);
    expect(outcomes).toEqual([
      ...Array(4).fill(['Concat', 'error']),
      ...Array(3).fill(['Detect', 'silent']),
    ]);
  });
});
