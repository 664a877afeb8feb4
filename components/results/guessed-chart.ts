import type { Bettor } from '#components/kit/bettor.ts';
import type { Guess } from '#components/kit/figure-player.ts';
import { loadCode } from '#components/kit/load-code.ts';

/**
 * `<guessed-chart data-chart data-said data-label>` around a chart, or a line-up of rows: marks in it what the reader has
 * bet on it, on the bets that hold it or that stand in the passage beside it. What draws the marks is fetched with the
 * first of them. `data-said` is the sentence below, {said} being the guess; `data-label` stands beside a mark.
 */
export class GuessedChart extends HTMLElement {
  readonly #guesses = new Map<Bettor, Guess>();
  #leave = new AbortController();

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    document.addEventListener('bet', ({ target }) => this.#take(target as Bettor), { signal });
    for (const bettor of document.querySelectorAll<Bettor>('predict-answer')) this.#take(bettor);
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  /** A bet is about what it holds; one that holds nothing, about the picture of its passage. */
  #isAbout({ dataset }: Bettor, passage: Element | null): boolean {
    const held = dataset.for && document.getElementById(dataset.for)?.closest('.held');
    return (held || passage?.querySelector('.picture'))?.contains(this) ?? false;
  }

  #take(bettor: Bettor): void {
    const { told } = bettor;
    const had = this.#guesses.delete(bettor);
    if (told && this.#isAbout(bettor, bettor.closest('reading-passage')))
      this.#guesses.set(bettor, told);
    else if (!had) return;
    void this.#draw();
  }

  /** Without that code the guess still stands beside its question. */
  async #draw(): Promise<void> {
    const { drawGuesses } = await loadCode(() => import('./guess-marks.ts'));
    drawGuesses(this, [...this.#guesses.values()]);
  }
}

customElements.define('guessed-chart', GuessedChart);
