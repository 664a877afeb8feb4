import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { figures as english } from '#content/words/en/figures.ts';
import { type AnyFigure, loadFigure } from '#lib/figures/index.ts';
import type { Framework } from '#lib/figures/kit/code.ts';
import type { AnyValues, Value } from '#lib/parameters/index.ts';
import { ENDINGS, has, numbers, python } from '../content/programs.ts';
import { valuesOf } from './harness.ts';
import { expected, fewer, more } from './program-numbers.ts';

// The programs of "code for these settings" run, and print the numbers of their figure.
const folder = resolve('.cache/programs');
mkdirSync(folder, { recursive: true });

interface Program {
  figure: AnyFigure;
  values: AnyValues;
  framework: Framework;
  code: string;
}

const figures = await Promise.all(Object.keys(expected).map((name) => loadFigure(name, english)));
const all = (await Promise.all(figures.map(programsOf))).flat();
// Some settings say the same.
const programs = [...new Map(all.map((program) => [program.code, program])).values()];

async function programsOf(figure: AnyFigure): Promise<Program[]> {
  const settings = [
    {},
    ...(figure.presets ?? []).map((p) => p.values),
    ...(more[figure.name] ?? []),
  ];
  const written = settings.map(async (given) => {
    const all = { ...given, ...fewer[figure.name] } as Record<string, Value>;
    const values = valuesOf(figure, all);
    const snippets = (await figure.code?.(values)) ?? [];
    return snippets.map((snippet): Program => ({ figure, values, ...snippet }));
  });
  return (await Promise.all(written)).flat();
}

const of = (...frameworks: Framework[]) =>
  programs.filter(({ framework }) => frameworks.includes(framework));

/** Compares what each program printed, in their order, separated by lines of dashes. */
async function compare(ran: Program[], printed: string): Promise<void> {
  const parts = printed.split(/^-----\n/m).slice(0, -1);
  expect(parts).toHaveLength(ran.length);
  for (const [i, { figure, values, framework, code }] of ran.entries()) {
    const where = `${framework}, ${figure.name}, ${JSON.stringify(values)}\n${code}\n${parts[i]}`;
    const wanted = await expected[figure.name](values as never, framework);
    expect(numbers(parts[i]), where).toEqual(wanted);
  }
}

/** What a program prints; rejects with what it says on standard error where it fails. */
async function run(program: string, args: string[], environment = {}): Promise<string> {
  const env = { ...process.env, ...environment };
  return (await promisify(execFile)(program, args, { env, maxBuffer: 1e8 })).stdout;
}

/** All programs of a framework in one process. */
function runPython(all: Program[], environment = {}): Promise<string> {
  const file = join(folder, `${all[0].framework}.json`);
  writeFileSync(file, JSON.stringify(all.map(({ code }) => code)));
  const runner = `import json, sys
for code in json.load(open(sys.argv[1])):
    exec(compile(code, 'program', 'exec'), {})
    print('-----')
`;
  return run(python, ['-c', runner, file], environment);
}

const slow = { timeout: 600_000 };

// Each framework is a process of its own, and waits for no other.
describe.concurrent('code for these settings', () => {
  it('is there in four frameworks', async () => {
    for (const figure of figures) {
      const snippets = (await figure.code?.(valuesOf(figure))) ?? [];
      // Matching objects to anchors is a part of training; no ONNX graph has it.
      const onnx = figure.name === 'anchors' ? [] : ['ONNX'];
      expect(snippets.map(({ framework }) => framework)).toEqual([
        'PyTorch',
        'Keras',
        'TensorFlow.js',
        ...onnx,
      ]);
    }
  });

  it('in TensorFlow.js runs and prints the numbers of the figure', slow, async () => {
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
    await compare(all, await run(process.execPath, [join(folder, 'all.mjs')]));
  });

  it.skipIf(!has('torch'))('PyTorch programs print the numbers of the figure', slow, async () => {
    const all = of('PyTorch');
    await compare(all, await runPython(all));
  });

  it.skipIf(!has('onnx'))('ONNX programs print the numbers of the figure', slow, async () => {
    const all = of('ONNX');
    await compare(all, await runPython(all));
  });

  it.skipIf(!has('torch'))(
    'Keras programs do, by Keras itself or by a stand-in for its functions',
    slow,
    async () => {
      const all = of('Keras');
      const standIn = has('keras') ? {} : { PYTHONPATH: resolve('tests/unit/figures/stand-in') };
      await compare(all, await runPython(all, standIn));
    },
  );
});
