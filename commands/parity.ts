// npm run parity: the engine on wasm against what PyTorch computed, for every fixture.
import type { Engine, Form } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { type Fixture, fixtureNames, largestDifference, readFixture } from './fixtures.ts';
import { sayFaults } from './lib/say-faults.ts';
import { report } from './report.ts';

sayFaults();

export interface ParityRow {
  name: string;
  form: Form;
  backend: string;
  /** Largest absolute number in the outputs. */
  largest: number;
  /** Largest difference of an output; where outputs go beyond 1, in units of the largest. */
  maxDifference: number;
  limit: number;
}

/** Runs a fixture in one form, and frees it again. */
export async function parityRow(engine: Engine, fixture: Fixture, form: Form): Promise<ParityRow> {
  const { name, graph, input, weights, expected, largest, limit } = fixture;
  const { model } = await engine.load({ architecture: graph, form }, weights);
  const { outputs, backend } = await engine.run(model, input);
  await engine.unload(model);
  const differences = expected.map((tensor, i) =>
    outputs[i] ? largestDifference(outputs[i], tensor) : Infinity,
  );
  const sameCount = outputs.length === expected.length;
  const most = sameCount ? Math.max(...differences) : Infinity;
  const maxDifference = most / Math.max(1, largest);
  return { name, form, backend, largest, maxDifference, limit };
}

if (import.meta.main) {
  const engine = createNodeEngine();
  await engine.use('wasm');
  const rows: ParityRow[] = [];
  for (const name of fixtureNames()) {
    const fixture = readFixture(name);
    for (const form of ['reference', 'compiled'] as const) {
      rows.push(await parityRow(engine, fixture, form));
    }
  }
  report(rows, { json: process.argv.includes('--json'), title: 'Largest difference from PyTorch' });
  const broken = rows.filter(({ maxDifference, limit }) => !(maxDifference <= limit));
  if (broken.length > 0) {
    console.error(
      `Beyond their limit: ${broken.map(({ name, form }) => `${name} (${form})`).join(', ')}.`,
    );
    process.exitCode = 1;
  }
}
