import * as Comlink from 'comlink';
import { say } from '../faults/index.ts';
import type { WorkerLike } from '../workers/index.ts';
import { linked } from '../workers/linked.ts';
import type { BackendEvent } from './asked.ts';
import type { BackendName } from './backend-names.ts';
import { throwIfCancelled } from './cancel.ts';
import { asEngineError, EngineError } from './errors.ts';
import type { Reply } from './reply.ts';
import type { WorkerApi } from './worker-api.ts';

export interface LinkOptions {
  /** Starts a worker. Default: the engine's own. */
  spawn?: () => WorkerLike;
  /** Seconds until a new worker has to give its first sign of life: its code may come over a slow line. */
  startLimit?: number;
  /** Seconds that a worker may be silent while something is asked of it. */
  silence?: number;
}

/** What may be said with a question. */
export interface AskOptions<T> {
  /** Ends the waiting, at once; the worker hears of it too. */
  signal?: AbortSignal;
  /** Seconds that the answer may take beyond the usual. */
  extra?: number;
  /** What is done with an answer that comes when nobody waits for it any more. */
  late?: (value: T) => void;
}

/** One who waits for an answer. */
interface Waiting {
  extra: number;
  end: (error: EngineError) => void;
}

/** One worker, from its start to its end. */
interface Line {
  number: number;
  worker: WorkerLike;
  remote: Comlink.Remote<WorkerApi>;
  alive: boolean;
  /** Seconds without a sign of life. */
  quiet: number;
  clock?: ReturnType<typeof setInterval>;
  waiting: Set<Waiting>;
}

const NOT_LOADED = say('engine', 'notLoaded');
const DIED = say('engine', 'died');

/**
 * The line to the engine's worker. It starts with the first question and can end at any moment: by our word, by a fault,
 * or because it is silent. Nobody then waits in vain, and the next question starts another.
 */
export class WorkerLink {
  /** Workers started so far. What was told to one, the next does not know. */
  private starts = 0;
  private line?: Line;
  private asked = 0;
  private readonly exclude: BackendName[] = [];
  private readonly onBackendChange: (event: BackendEvent) => void;
  private readonly spawn: () => WorkerLike;
  private readonly startLimit: number;
  private readonly silence: number;

  constructor(
    onBackendChange: (event: BackendEvent) => void,
    { spawn = engineWorker, startLimit = 60, silence = 60 }: LinkOptions = {},
  ) {
    this.onBackendChange = onBackendChange;
    this.spawn = spawn;
    this.startLimit = startLimit;
    this.silence = silence;
  }

  /** The number of the worker that runs; 0 if none does. */
  get running(): number {
    return this.line?.number ?? 0;
  }

  /**
   * The number of the worker that runs, started now if none does.
   *
   * @throws EngineError `worker` where the browser starts none
   */
  start(): number {
    this.line ??= this.open();
    return this.line.number;
  }

  /** What the worker answers; its fault, or that of its end, as an EngineError. The question gets a name of its own. */
  async ask<T>(
    question: (remote: Comlink.Remote<WorkerApi>, id: string) => Promise<Reply<T>>,
    { signal, extra = 0, late }: AskOptions<T> = {},
  ): Promise<T> {
    throwIfCancelled(signal);
    this.start();
    const line = this.line!;
    const id = `${++this.asked}`;
    let over = false;
    let end!: (error: EngineError) => void;
    const ended = new Promise<never>((_, reject) => {
      end = reject;
    });
    const waiting = { extra, end };
    const stop = () => {
      end(new EngineError('cancelled', say('engine', 'stopped')));
      void line.remote.cancel(id);
    };
    this.wait(line, waiting);
    signal?.addEventListener('abort', stop);
    try {
      const answer = question(line.remote, id).then((reply) => {
        if (over && reply.ok) late?.(reply.value);
        return reply;
      });
      answer.catch(() => undefined);
      return unwrap(await Promise.race([answer, ended]));
    } catch (error) {
      throw asEngineError(error);
    } finally {
      over = true;
      signal?.removeEventListener('abort', stop);
      this.done(line, waiting);
    }
  }

  /** Ends the worker, with `error` for those who wait; `without` leaves a back end out from now on. */
  end(error: EngineError, without?: BackendName): void {
    if (without) this.exclude.push(without);
    if (this.line) this.close(this.line, error);
  }

  /** A sign of life that came another way than by an answer. */
  heard(): void {
    if (this.line) this.line.quiet = 0;
  }

  private open(): Line {
    let worker: WorkerLike;
    try {
      worker = this.spawn();
    } catch (error) {
      throw new EngineError('worker', say('engine', 'refusedWorker'), [String(error)]);
    }
    const died = () => this.close(line, new EngineError('worker', line.alive ? DIED : NOT_LOADED));
    const { remote } = linked<WorkerApi>(worker, died);
    const line: Line = {
      number: ++this.starts,
      worker,
      remote,
      alive: false,
      quiet: 0,
      waiting: new Set(),
    };
    worker.addEventListener('message', () => {
      line.alive = true;
      line.quiet = 0;
    });
    void line.remote.start(this.exclude, Comlink.proxy(this.onBackendChange));
    return line;
  }

  private close(line: Line, error: EngineError): void {
    line.worker.terminate();
    clearInterval(line.clock);
    if (this.line === line) this.line = undefined;
    for (const { end } of line.waiting) end(error);
    line.waiting.clear();
  }

  private wait(line: Line, waiting: Waiting): void {
    line.waiting.add(waiting);
    if (line.clock !== undefined) return;
    line.quiet = 0;
    // Seconds are counted, not read off a clock: while the machine sleeps none is lost.
    line.clock = setInterval(() => this.tick(line), 1000);
  }

  private done(line: Line, waiting: Waiting): void {
    line.waiting.delete(waiting);
    if (line.waiting.size > 0) return;
    clearInterval(line.clock);
    line.clock = undefined;
  }

  private tick(line: Line): void {
    line.quiet++;
    let limit = line.alive ? this.silence : this.startLimit;
    if (line.alive) for (const { extra } of line.waiting) limit += extra;
    if (line.quiet < limit) return;
    const said = line.alive ? say('engine', 'silent', line.quiet) : NOT_LOADED;
    this.close(line, new EngineError('worker', said));
  }
}

function engineWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
}

function unwrap<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new EngineError(reply.fault.code, reply.fault.said, reply.fault.details);
}
