// The bench's result file, and what it says of its making.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';
import { commit } from '../lib/commit.ts';
import { root } from '../lib/machine.mjs';
import type { Case } from './cases.ts';
import type { FormRow } from './forms.ts';
import type { LabRow } from './lab.ts';
import type { Timed } from './page/page.ts';
import type { TrainerRow } from './trainer.ts';

const FILE = join(root, 'content', 'results', 'measured', 'bench.json');

export interface BenchRow {
  name: string;
  inputSize: number;
  form: Case['form'];
  runtime: 'node' | 'chromium';
  backend: Timed;
  /** Median of a pass, outputs read; null where the engine failed. */
  milliseconds: number | null;
  onnxruntime: number | null;
  /** onnxruntime-web / ours, of the medians. */
  ratio: number | null;
  goal: number | null;
  met: string;
  passes: number;
  /** From nothing to the first outputs: milliseconds, ours and onnxruntime-web's. */
  first: number | null;
  onnxruntimeFirst: number | null;
  /** Memory of the process at most, megabytes; on wasm. */
  memory: number | null;
  onnxruntimeMemory: number | null;
  /** Code, weights and picture over the wire, megabytes, code gzipped. */
  download: number | null;
  onnxruntimeDownload: number | null;
  note: string;
}

/** The file's parts, each written by a run of its own. */
interface Stored {
  rows?: BenchRow[];
  forms?: { rows: FormRow[] };
  lab?: { rows: LabRow[]; training: TrainerRow[] };
}

/** What a result file says of its making; no names of machines. */
export function circumstances() {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    command: 'npm run bench -- --write',
    commit: commit(),
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${model.trim()}), ${memory} GB, ${type()} ${release().split('-')[0]}`,
    /** Programs that wanted to run when the bench began: above the number of cores, others were in the way. */
    load: Number(loadavg()[0].toFixed(1)),
  };
}

/** The result file that is there. */
export function stored(): Stored {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

export function write(result: object): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(result, null, 2)}\n`);
}
