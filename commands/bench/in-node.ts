import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as ort from 'onnxruntime-web';
import { createNodeEngine } from '#lib/engine/node.ts';
import { node } from '../lib/machine.mjs';
import { type Case, title } from './cases.ts';
import { networkOf } from './network.ts';
import { agree, bothForms, ours, type Side, theirs } from './sides.ts';
import { alternate, type Patience } from './statistics.ts';

/** Which of the two engines. */
export type Who = 'ours' | 'theirs';

/**
 * What a fresh start costs: milliseconds from the files in memory to the first outputs, and the memory of the process at
 * most (all of it: the runtime, the engine, the network).
 */
export interface Start {
  milliseconds: number;
  bytes: number;
}

ort.env.wasm.numThreads = 1;

/** Both engines on wasm in this process, turn by turn. */
export async function versusInNode(one: Case, patience: Patience) {
  const network = networkOf(one);
  const sides = [
    await ours(createNodeEngine(), 'wasm', { ...network, weights: network.weights.slice(0) }),
    await theirs(ort, 'wasm', network),
  ];
  const [a, b] = sides;
  const times = await alternate(a.run, b.run, patience);
  agree(a, b);
  for (const side of sides) await side.close();
  return times;
}

/**
 * Both ways to run space-to-depth, on a back end that Node has. In milliseconds of the processor, of which other
 * programs take none: the two are a few percent apart.
 */
export async function formsInNode(one: Case, backend: 'wasm' | 'cpu', patience: Patience) {
  const [strided, transposed] = await bothForms(createNodeEngine(), backend, networkOf(one));
  const timed =
    ({ run }: Side) =>
    async () => {
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
  const times = await alternate(timed(strided), timed(transposed), patience);
  agree(strided, transposed);
  return times;
}

/** A process of its own that does nothing but one engine's first pass. */
export function startInNode(one: Case, who: Who): Start {
  const file = fileURLToPath(import.meta.url);
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  const out = execFileSync(node, [file, JSON.stringify(one), who], { stdio: [...stdio] });
  return JSON.parse(String(out).trim().split('\n').at(-1)!);
}

async function start(one: Case, who: Who): Promise<Start> {
  const network = networkOf(one);
  const begin = performance.now();
  const side =
    who === 'ours'
      ? await ours(createNodeEngine(), 'wasm', network)
      : await theirs(ort, 'wasm', network);
  await side.run();
  const milliseconds = performance.now() - begin;
  for (let i = 0; i < 3; i++) await side.run();
  // Kilobytes to bytes.
  return { milliseconds, bytes: process.resourceUsage().maxRSS * 1024 };
}

if (import.meta.main) {
  const [, , text, who] = process.argv;
  const one = JSON.parse(text) as Case;
  try {
    console.log(JSON.stringify(await start(one, who as Who)));
  } catch (error) {
    console.error(`${title(one)}: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
