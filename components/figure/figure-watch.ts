// What runs a figure's settings through the engine as long as both are in view: the part that knows no result.
import { LitElement } from 'lit';
import type { SpdFigure } from './player.ts';

/** Progress is shown from here on, milliseconds. */
const PATIENCE = 500;

/**
 * Listens to the figure whose id stands in `for`, and has its settings worked on when they are new and the widget is in
 * view. A later piece of work makes an earlier one void.
 */
export abstract class FigureWatch<Params> extends LitElement {
  static override properties = {
    for: {},
    status: { state: true },
    reason: { state: true },
  };
  declare for: string;
  declare status: 'waiting' | 'quiet' | 'working' | 'stopped' | 'failed' | 'done';
  declare reason: string;

  /** The figure's settings; undefined until it told them. */
  protected params: Params | undefined;
  #asked = '';
  #request = 0;
  #seen = false;
  #leave = new AbortController();

  constructor() {
    super();
    this.for = '';
    this.status = 'waiting';
    this.reason = '';
  }

  /** Asks the engine about these settings, and keeps what it says if `current()` still holds. */
  protected abstract take(params: Params, current: () => boolean): Promise<void>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    document.addEventListener(
      'spd-change',
      (event) => {
        if ((event.target as Element).id !== this.for) return;
        this.params = (event as CustomEvent<{ values: Params }>).detail.values;
        this.compute();
      },
      { signal },
    );
    // The figure may have been there, and have told of its settings, before this was fetched.
    const figure = document.getElementById(this.for) as Partial<SpdFigure> | null;
    if (figure?.figure) this.params = figure.values as Params;
    const observer = new IntersectionObserver(([entry]) => {
      this.#seen = entry.isIntersecting;
      this.compute();
    });
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave.abort();
    this.#request++;
  }

  /** Takes the settings up, if they are new and the widget is in view; the same ones only when asked to do it `again`. */
  protected async compute(again = false): Promise<void> {
    const { params } = this;
    if (!params || !this.#seen) return;
    const asked = JSON.stringify(params);
    if (asked === this.#asked && !again) return;
    this.#asked = asked;
    await this.work((current) => this.take(params, current));
  }

  /** Runs a task with its progress and its failure shown. */
  protected async work(task: (current: () => boolean) => Promise<void>): Promise<void> {
    const request = ++this.#request;
    const current = () => request === this.#request;
    this.status = 'quiet';
    const progress = setTimeout(() => {
      if (current()) this.status = 'working';
    }, PATIENCE);
    try {
      await task(current);
      if (current()) this.status = 'done';
    } catch (error) {
      if (!current()) return;
      this.reason = error instanceof Error ? error.message : String(error);
      this.status = 'failed';
    } finally {
      clearTimeout(progress);
    }
  }

  protected stop(): void {
    this.#request++;
    this.#asked = '';
    this.status = 'stopped';
  }
}
