import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelOf as blockOf } from '#lib/figures/block/model.ts';
import type { Framework } from '#lib/figures/code.ts';
import { modelOf as disguiseOf } from '#lib/figures/disguise/model.ts';
import { type AnyFigure, loadFigure } from '#lib/figures/index.ts';
import { modelOf as readsOf } from '#lib/figures/reads/model.ts';
import type { AnyValues, Value } from '#lib/parameters/index.ts';
import { outerCounts, spaceToDepth, wiringCosts } from '#lib/spd/index.ts';
import { ENDINGS, has, python } from '../content/programs.ts';
import { valuesOf } from './harness.ts';

// The programs of "code for these settings" run, and print the numbers of their figure.
const folder = resolve('.cache/programs');
mkdirSync(folder, { recursive: true });

/** The numbers that each figure's programs must print. */
const expected: Record<string, (values: never, framework: Framework) => number[]> = {
  reads: (values) => {
    const { reads } = readsOf(values);
    return [...outerCounts(reads, reads)];
  },
  'space-to-depth': (values) => {
    const { size, channels, block, order } = values as Parameters<typeof spaceToDepth>[2] & {
      size: number;
      channels: number;
    };
    const x = Float64Array.from({ length: size * size * channels }, (_, i) => i);
    const shape = { height: size, width: size, channels };
    return [...spaceToDepth(x, shape, { block, order })].slice(0, block * block * channels);
  },
  block: (values, framework) => {
    const { small, outputs } = blockOf(values);
    const { weights, macs } = wiringCosts(values)[1];
    const channelsFirst = framework === 'PyTorch' || framework === 'ONNX';
    const shape = channelsFirst ? [1, outputs, small, small] : [1, small, small, outputs];
    return [...shape, weights, macs];
  },
  disguise: (values) => {
    const { small, strided, weights } = disguiseOf(values);
    return [small, strided.kernel, weights.filter(({ filling }) => filling).length, 0];
  },
};

/** Settings beyond defaults and presets. */
const more: Record<string, Record<string, Value>[]> = {
  reads: [
    { size: 9, kernel: 2, stride: 2, padding: '1', dilation: 2 },
    { size: 10, kernel: 4, stride: 3, padding: '0' },
    { size: 8, kernel: 3, stride: 2, padding: 'same-tensorflow' },
    { size: 9, kernel: 3, stride: 1, padding: '1', block: 3 },
  ],
  'space-to-depth': ['spd', 'tensorflow', 'pixel-unshuffle'].flatMap((order) => [
    { order, block: 2, size: 6, channels: 3 },
    { order, block: 3, size: 6, channels: 2 },
  ]),
  block: [{ block: 3, kernel: 2, inputs: 2, outputs: 5, size: 6 }],
  disguise: [
    { given: 'spd', block: 3, kernel: 4 },
    { given: 'strided', block: 3, kernel: 7 },
    { given: 'strided', block: 4, kernel: 2 },
  ],
};

interface Program {
  figure: AnyFigure;
  values: AnyValues;
  framework: Framework;
  code: string;
}

const figures = await Promise.all(Object.keys(expected).map(loadFigure));
const programs = (await Promise.all(figures.map(programsOf))).flat();

async function programsOf(figure: AnyFigure): Promise<Program[]> {
  const settings = [{}, ...(figure.presets ?? []).map((p) => p.values), ...more[figure.name]];
  const written = settings.map(async (given) => {
    const values = valuesOf(figure, given as Record<string, Value>);
    const snippets = (await figure.code?.(values)) ?? [];
    return snippets.map((snippet): Program => ({ figure, values, ...snippet }));
  });
  return (await Promise.all(written)).flat();
}

const of = (...frameworks: Framework[]) =>
  programs.filter(({ framework }) => frameworks.includes(framework));

/** Compares what each program printed, in their order, separated by lines of dashes. */
function compare(ran: Program[], printed: string): void {
  const parts = printed.split(/^-----\n/m).slice(0, -1);
  expect(parts).toHaveLength(ran.length);
  ran.forEach(({ figure, values, framework, code }, i) => {
    const numbers = (parts[i].match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const where = `${framework}, ${figure.name}, ${JSON.stringify(values)}\n${code}\n${parts[i]}`;
    expect(numbers, where).toEqual(expected[figure.name](values as never, framework));
  });
}

function run(program: string, args: string[], environment = {}): string {
  const env = { ...process.env, ...environment };
  const options = { encoding: 'utf8', env, maxBuffer: 1e8 } as const;
  const { status, stdout, stderr } = spawnSync(program, args, options);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

describe('code for these settings', () => {
  it('is there in four frameworks', async () => {
    for (const figure of figures) {
      const snippets = (await figure.code?.(valuesOf(figure))) ?? [];
      expect(snippets.map(({ framework }) => framework)).toEqual([
        'PyTorch',
        'Keras',
        'TensorFlow.js',
        'ONNX',
      ]);
    }
  });

  it('in TensorFlow.js runs and prints the numbers of the figure', { timeout: 120_000 }, () => {
    const all = of('TensorFlow.js');
    all.forEach(({ code }, i) => {
      writeFileSync(join(folder, `${i}.mjs`), code);
    });
    const runner = `${ENDINGS}
for (let i = 0; i < ${all.length}; i++) {
  await import('./' + i + '.mjs');
  console.log('-----');
}
`;
    writeFileSync(join(folder, 'all.mjs'), runner);
    compare(all, run(process.execPath, [join(folder, 'all.mjs')]));
  });
});

/** All programs of some frameworks in one process. */
function runPython(all: Program[], environment = {}): string {
  writeFileSync(join(folder, 'all.json'), JSON.stringify(all.map(({ code }) => code)));
  const runner = `import json, sys
for code in json.load(open(sys.argv[1])):
    exec(compile(code, 'program', 'exec'), {})
    print('-----')
`;
  return run(python, ['-c', runner, join(folder, 'all.json')], environment);
}

const slow = { timeout: 240_000 };

it.skipIf(!has('torch'))('PyTorch programs print the numbers of the figure', slow, () => {
  const all = of('PyTorch');
  compare(all, runPython(all));
});

it.skipIf(!has('onnx'))('ONNX programs print the numbers of the figure', slow, () => {
  const all = of('ONNX');
  compare(all, runPython(all));
});

it.skipIf(!has('torch'))(
  'Keras programs do, by Keras itself or by a stand-in for its functions',
  slow,
  () => {
    const all = of('Keras');
    const standIn = has('keras') ? {} : { PYTHONPATH: resolve('tests/unit/figures/stand-in') };
    compare(all, runPython(all, standIn));
  },
);
