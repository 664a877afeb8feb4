import { say } from '../faults/index.ts';
import { ASKED_LIMIT, type BackendName, type BackendReport, PROBE_LIMIT } from './backend-names.ts';
import { EngineError, isCancelled } from './errors.ts';
import type { WorkerLink } from './worker-link.ts';

/** A worker that is silent for so much longer than a back end may take, hangs: milliseconds. */
const GRACE = 2_000;

/** On which back end the worker computes, from the page's side: the next worker goes on with the choice of the last. */
export class BackendChoice {
  private readonly link: WorkerLink;
  /** The choice that counts, and, once it is made, the worker that it was made in. */
  private chosen?: { report: Promise<BackendReport>; start?: number; forNow?: boolean };
  private backend?: BackendName;

  constructor(link: WorkerLink) {
    this.link = link;
  }

  /** The engine went over to another one by itself. */
  wentOver(to: BackendName): void {
    this.backend = to;
  }

  /**
   * Goes over to a back end, or to the fastest one that works, once the passes that run are done. Where it does not
   * work, the one in use stays.
   */
  use(choice: BackendName | 'auto'): Promise<BackendReport> {
    return this.take(choice, false);
  }

  private async take(choice: BackendName | 'auto', forNow: boolean): Promise<BackendReport> {
    const before = this.chosen;
    const chosen: BackendChoice['chosen'] = { report: this.choose(choice), forNow };
    this.chosen = chosen;
    try {
      const report = await chosen.report;
      chosen.start = this.link.running;
      if (this.chosen === chosen && !forNow) this.backend = report.name;
      return report;
    } catch (error) {
      if (this.chosen === chosen) this.chosen = before;
      throw error;
    }
  }

  /**
   * The back end in use, for a computation so small that any will do; where none is, the one whose code is smallest and
   * which starts at once. A pass of a network still chooses for itself.
   */
  async soonest(): Promise<BackendReport> {
    if (this.standing) return this.standing.report;
    return this.take(this.backend ?? 'wasm', true).catch((error: EngineError) => {
      if (error.code !== 'backend') throw error;
      this.backend = undefined;
      return this.use('auto');
    });
  }

  /** The back end in use; chosen now if none was. */
  async ready(): Promise<BackendReport> {
    const { standing } = this;
    if (standing?.forNow) return this.use('auto');
    if (!standing) {
      return this.use(this.backend ?? 'auto').catch((error: EngineError) => {
        // The one that ran before need not work for ever.
        if (error.code !== 'backend' || !this.backend) throw error;
        this.backend = undefined;
        return this.use('auto');
      });
    }
    return standing.report;
  }

  /** What was chosen, if it was in the worker that runs. */
  private get standing(): BackendChoice['chosen'] {
    const { start = this.link.running } = this.chosen ?? {};
    return start === this.link.running ? this.chosen : undefined;
  }

  /**
   * Some browsers hang in a back end's start and never come back. Nothing in the worker can stop that, so each back end
   * is first tried by itself, and a silent worker is ended; the next one leaves the back end out.
   */
  private async choose(choice: BackendName | 'auto'): Promise<BackendReport> {
    if (choice !== 'auto') {
      return this.patiently(choice, ASKED_LIMIT, () =>
        this.link.ask((remote) => remote.use(choice), { extra: ASKED_LIMIT / 1000 }),
      );
    }
    for (const { name, available } of await this.link.ask((remote) => remote.backends())) {
      if (!available || name === 'wasm' || name === 'cpu') continue;
      try {
        const promising = await this.guarded(name, PROBE_LIMIT, () =>
          this.link.ask((remote) => remote.promising(name)),
        );
        // What is not fetched here need not be: the choice below says why.
        if (!promising) continue;
        await this.patiently(name, PROBE_LIMIT, () =>
          this.link.ask((remote) => remote.probe(name)),
        );
      } catch (error) {
        // Ended for hanging: the choice below goes without it.
        if (isCancelled(error) || (error as EngineError).code === 'worker') throw error;
      }
    }
    return this.link.ask((remote) => remote.use('auto'), { extra: ASKED_LIMIT / 1000 });
  }

  private async patiently<T>(name: BackendName, limit: number, call: () => Promise<T>): Promise<T> {
    await this.link.ask((remote) => remote.fetchBackend(name), { extra: ASKED_LIMIT / 1000 });
    return this.guarded(name, limit, call);
  }

  private async guarded<T>(name: BackendName, limit: number, call: () => Promise<T>): Promise<T> {
    // A pass that runs may take as long as it wants.
    await this.link.ask((remote) => remote.idle());
    const timer = setTimeout(() => {
      this.link.end(new EngineError('backend', say('engine', 'hangs', name)), name);
    }, limit + GRACE);
    try {
      return await call();
    } finally {
      clearTimeout(timer);
    }
  }
}
