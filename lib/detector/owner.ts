import { throwIfCancelled, unlessCancelled } from '../engine/cancel.ts';
import type { Progress } from '../engine/download.ts';
import { Detector, type DetectorRequest } from './detector.ts';
import type { Runner } from './runner.ts';
import { sameSource } from './source.ts';

export interface HoldOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** A detector that is held or on its way. */
interface Entry {
  request: DetectorRequest;
  stop: AbortController;
  detector: Promise<Detector>;
  onProgress?: HoldOptions['onProgress'];
}

/**
 * Holds the detectors that are wanted, each once. The newest wish is the one that counts: what only an older wish wanted
 * is not loaded to its end, or is unloaded as soon as the newest is fulfilled. Where a wish fails or is stopped, what was
 * held before stays.
 */
export class DetectorOwner {
  private readonly runner: () => Runner | Promise<Runner>;
  private entries: Entry[] = [];
  /** The detectors of the last wish that was fulfilled. */
  private held: Detector[] = [];
  private wish?: AbortController;

  /** @param runner asked for with the first wish */
  constructor(runner: () => Runner | Promise<Runner>) {
    this.runner = runner;
  }

  /**
   * Holds just these detectors from now on; equal requests get the same one.
   *
   * @throws EngineError; `cancelled` when it is stopped, or a newer wish has come
   */
  async hold(
    requests: readonly DetectorRequest[],
    { signal, onProgress }: HoldOptions = {},
  ): Promise<Detector[]> {
    throwIfCancelled(signal);
    this.wish?.abort();
    const wish = new AbortController();
    this.wish = wish;
    const stopped = signal ? AbortSignal.any([signal, wish.signal]) : wish.signal;
    const entries = requests.map((request) => this.entryOf(request, onProgress));
    void this.keep(new Set([...entries, ...this.entriesHeld()]));
    try {
      const detectors = await unlessCancelled(
        Promise.all(entries.map(({ detector }) => detector)),
        stopped,
      );
      // The last word may have come in the moment between.
      throwIfCancelled(stopped);
      this.held = detectors;
      await this.keep(new Set(entries));
      throwIfCancelled(stopped);
      return detectors;
    } catch (error) {
      // What this wish began goes, unless a newer one wants it too.
      if (this.wish === wish) void this.keep(new Set(this.entriesHeld()));
      throw error;
    }
  }

  /** Holds nothing from now on. Resolves when all is freed. */
  async release(): Promise<void> {
    this.wish?.abort();
    this.wish = undefined;
    this.held = [];
    await this.keep(new Set());
  }

  private entriesHeld(): Entry[] {
    return this.entries.filter(({ request }) =>
      this.held.some((detector) => same(detector.request, request)),
    );
  }

  private entryOf(request: DetectorRequest, onProgress: HoldOptions['onProgress']): Entry {
    const known = this.entries.find((entry) => same(entry.request, request));
    if (known) {
      known.onProgress = onProgress;
      return known;
    }
    const stop = new AbortController();
    const entry: Entry = {
      request,
      stop,
      onProgress,
      detector: this.load(request, stop.signal, (progress) => entry.onProgress?.(progress)),
    };
    this.entries.push(entry);
    entry.detector.catch(() => {
      // The next wish for it tries again.
      this.entries = this.entries.filter((other) => other !== entry);
    });
    return entry;
  }

  private async load(
    request: DetectorRequest,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<Detector> {
    const runner = await this.runner();
    return Detector.load(runner, request, { signal, onProgress });
  }

  /** Stops or unloads all others. */
  private async keep(wanted: ReadonlySet<Entry>): Promise<void> {
    const others = this.entries.filter((entry) => !wanted.has(entry));
    this.entries = this.entries.filter((entry) => wanted.has(entry));
    await Promise.all(
      others.map(async ({ stop, detector }) => {
        stop.abort();
        const loaded = await detector.catch(() => undefined);
        // With a worker that broke down it is gone already.
        await loaded?.unload().catch(() => undefined);
      }),
    );
  }
}

function same(a: DetectorRequest, b: DetectorRequest): boolean {
  return a.architecture.name === b.architecture.name && sameSource(a.source, b.source);
}
