// What runs a figure's settings through the engine as long as both are in view: the part that knows no result.
import { LitElement } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { KeptFocus } from '#components/kit/kept-focus.ts';
import '#components/kit/answer-status.ts';
import type { FigurePlayer, FigureState } from '#components/kit/figure-player.ts';

/**
 * Listens to the figure whose id stands in `for`, and has its settings worked on when they are new and the widget is in
 * view.
 */
export abstract class FigureWatch<Params, Result> extends LitElement {
  static override properties = { for: {} };
  declare for: string;

  protected readonly answer = new Answer<Result>(this);
  /** The figure's settings; undefined until it told them. */
  protected params: Params | undefined;
  #asked = '';
  #seen = false;
  #leave = new AbortController();

  constructor() {
    super();
    new KeptFocus(this);
    this.for = '';
  }

  /** Asks the engine about these settings. */
  protected abstract ask(params: Params, signal: AbortSignal): Promise<Result>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    document.addEventListener(
      'spd-change',
      (event) => {
        if ((event.target as Element).id !== this.for) return;
        this.params = (event as CustomEvent<FigureState<Params>>).detail.values;
        this.compute();
      },
      { signal },
    );
    // The figure may have been there, and have told of its settings, before this was fetched.
    const figure = document.getElementById(this.for) as Partial<FigurePlayer> | null;
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
  }

  /** Takes the settings up, if they are new and the widget is in view; the same ones only when asked to do it `again`. */
  protected compute(again = false): void {
    const { params } = this;
    if (!params || !this.#seen) return;
    const asked = JSON.stringify(params);
    if (asked === this.#asked && !again) return;
    this.#asked = asked;
    void this.answer.ask((signal) => this.ask(params, signal));
  }
}
