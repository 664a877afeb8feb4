import * as tf from '@tensorflow/tfjs-core';
import { type Said, say } from '../faults/index.ts';
import { BACKENDS, type BackendName, type BackendReport } from './backend-names.ts';
import {
  type Attempt,
  fetchBackend,
  tryBackend,
  unavailable,
  unpromising,
  type WasmPaths,
} from './backends.ts';
import { discard } from './context.ts';
import { EngineError } from './errors.ts';

/** Which back end TensorFlow.js computes on, and how it came to that. Its methods must not run at the same time. */
export class BackEnd {
  current?: BackendName;
  private readonly wasmPaths?: WasmPaths;
  private readonly exclude: readonly BackendName[];
  private readonly lost = new Set<BackendName>();
  private readonly probed = new Map<BackendName, BackendReport>();

  constructor(wasmPaths?: WasmPaths, exclude: readonly BackendName[] = []) {
    this.wasmPaths = wasmPaths;
    this.exclude = exclude;
  }

  /** Which may be tried here; `why` says what is missing for the others. Downloads nothing. */
  all(): { name: BackendName; available: boolean; why?: Said }[] {
    return BACKENDS.map((name) => {
      const why = this.excluded(name) ? say('engine', 'givenUp') : unavailable(name);
      return { name, available: !why, ...(why ? { why } : {}) };
    });
  }

  /** Whether a back end that nobody asked for is worth a download. */
  async promises(name: BackendName): Promise<boolean> {
    return !this.excluded(name) && !unavailable(name) && !(await unpromising(name));
  }

  /** Fetches the code of a back end; where that fails, the try that follows says so. */
  async fetch(name: BackendName): Promise<void> {
    if (!unavailable(name)) await fetchBackend(name, this.wasmPaths).catch(() => undefined);
  }

  /** Makes sure that there is one. */
  async ready(): Promise<void> {
    if (!this.current) await this.choose('auto');
    // A back end that answered its probe too late may have made itself current meanwhile.
    else if (tf.getBackend() !== this.current) await tf.setBackend(this.current);
  }

  /** Tries a back end as `auto` would, which remembers the outcome. The one in use stays in use. */
  async probe(name: BackendName): Promise<BackendReport> {
    const report = await this.tried(name);
    if (this.current) await tf.setBackend(this.current);
    return report;
  }

  /** @throws EngineError `backend` when the one asked for, or every one, fails */
  async choose(choice: BackendName | 'auto'): Promise<BackendReport> {
    const best = choice === 'auto' ? await this.fastest() : await this.attempt(choice, true);
    if (best.works) {
      this.current = best.name;
      this.lost.delete(best.name);
    }
    if (this.current) await tf.setBackend(this.current);
    if (!best.works) {
      const said = say('engine', 'doesNotWork', best.why, best.again ?? false);
      throw new EngineError('backend', said);
    }
    return best;
  }

  /** Gives up the one in use, whose context is lost, for the next best. */
  async fallBack(): Promise<{ from: BackendName; to: BackendName }> {
    const from = this.current!;
    this.lost.add(from);
    this.probed.delete(from);
    this.current = undefined;
    discard(from);
    const { name: to } = await this.choose('auto');
    return { from, to };
  }

  private excluded(name: BackendName): boolean {
    return this.lost.has(name) || this.exclude.includes(name);
  }

  private async fastest(): Promise<Attempt> {
    const names = BACKENDS.filter((name) => name !== 'cpu' && !this.excluded(name));
    const reports: Attempt[] = [];
    for (const name of names) reports.push(this.probed.get(name) ?? (await this.tried(name)));
    const speed = (report: BackendReport) => report.probeMilliseconds ?? Number.POSITIVE_INFINITY;
    const [best] = reports.filter(({ works }) => works).sort((a, b) => speed(a) - speed(b));
    const others = reports.filter((report) => report !== best).map(otherReason);
    if (best) {
      const why = say('engine', 'fastest', best.name, speed(best), others);
      return { ...best, why };
    }
    const last = await this.attempt('cpu', true);
    return { ...last, why: say('engine', 'last', [...others, last.why]) };
  }

  /** Only an outcome that another try would repeat is remembered. */
  private async tried(name: BackendName): Promise<Attempt> {
    const report = await this.attempt(name, false);
    if (!report.again) this.probed.set(name, report);
    return report;
  }

  private attempt(name: BackendName, asked: boolean): Promise<Attempt> {
    return tryBackend(name, { wasmPaths: this.wasmPaths, asked });
  }
}

function otherReason({ name, works, why, probeMilliseconds }: BackendReport): Said {
  return works && probeMilliseconds ? say('engine', 'took', name, probeMilliseconds) : why;
}
