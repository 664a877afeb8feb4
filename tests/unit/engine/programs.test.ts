// PROPERTY_RUNS=5000 npx vitest run tests/unit/engine/programs.test.ts: long, with seeds of its own.
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { Choices } from '#lib/engine/choices.ts';
import { compile, type Form } from '#lib/engine/compile.ts';
import { Executable } from '#lib/engine/execute.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import type { Output } from '#lib/engine/output.ts';
import type { Program, Shape4 } from '#lib/engine/program.ts';
import type { Graph } from '#lib/model/index.ts';
import { graphs, weightsOf } from './random-graphs.ts';

const { PROPERTY_RUNS, PROPERTY_SEED } = process.env;
const RUNS = {
  numRuns: Number(PROPERTY_RUNS ?? 60),
  // The suite tries the same graphs each time; a long run others.
  ...(PROPERTY_SEED || !PROPERTY_RUNS ? { seed: Number(PROPERTY_SEED ?? 1) } : {}),
};
/** Over the largest number of a map: what the order of additions makes of float32 in a chain of sixteen layers. */
const LIMIT = 1e-4;

const engine = createNodeEngine();
beforeAll(() => engine.use('wasm'));

const picture = ({ height, width, channels }: Graph['picture'], n: number, phase: number) => {
  const shape: Shape4 = [n, height, width, channels];
  const length = n * height * width * channels;
  return { shape, data: Float32Array.from({ length }, (_, i) => Math.sin(phase + i * i)) };
};

/** A program's answers: to one picture, to another, to two at once, and to the first again. */
async function answers(program: Program, graph: Graph, planned: boolean): Promise<Output[]> {
  const executable = new Executable(program, { planned });
  const inputs = [
    picture(graph.picture, 1, 1),
    picture(graph.picture, 1, 2),
    picture(graph.picture, 2, 3),
    picture(graph.picture, 1, 1),
  ];
  const said: Output[] = [];
  for (const { data, shape } of inputs) said.push(...(await executable.run(data, shape)));
  executable.dispose();
  return said;
}

/** The largest difference of two maps over the largest number of the first; NaN where one is none. */
function difference(a: Output, b: Output): number {
  expect(b.shape).toEqual(a.shape);
  let [most, scale] = [0, 1];
  a.data.forEach((value, i) => {
    most = Math.max(most, Math.abs(value - b.data[i]));
    scale = Math.max(scale, Math.abs(value));
  });
  return most / scale;
}

const ways = fc.record<Choices>({
  strided: fc.constantFrom(0, 1, 3, Number.POSITIVE_INFINITY),
  twins: fc.boolean(),
});

it('a random graph gives the same uncompiled, compiled, and through the plan', async () => {
  const forms: [form: Form, planned: boolean][] = [
    ['reference', true],
    ['compiled', false],
    ['compiled', true],
  ];
  const before = engine.memory().tensors;
  const check = async (graph: Graph, choices: Choices) => {
    const weights = weightsOf(graph);
    const expected = await answers(compile(graph, weights, { form: 'reference' }), graph, false);
    for (const [form, planned] of forms) {
      const program = compile(graph, weights, { form, choices });
      const said = await answers(program, graph, planned);
      const worst = Math.max(...expected.map((map, i) => difference(map, said[i])));
      expect(worst, `${form}${planned ? ', planned' : ''}`).toBeLessThan(LIMIT);
    }
    expect(engine.memory().tensors).toBe(before);
  };
  await fc.assert(fc.asyncProperty(graphs, ways, check), RUNS);
}, 3_600_000);
