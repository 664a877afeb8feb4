// The moment that is being read sets the picture beside it.
import type { FigurePlayer } from '#components/kit/figure-player.ts';
import { isRevealed, newest } from './reached.ts';

/** Between the picture and what has the focus under it, CSS px. */
const ROOM = 16;

/**
 * `<reading-passage>`: `.moment` sections beside a `.picture`. The one in the middle of the screen, or with the focus in
 * it, is current: its variants are lit, its stop and parameters go to the figure. Parts of the picture with `data-from`
 * stay away until that moment is reached and, where it holds a prediction, until the reader has bet or asked to be told.
 */
export class ReadingPassage extends HTMLElement {
  #leave = new AbortController();
  #current = -1;
  /** The furthest moment that the reader has come to. */
  #furthest = -1;

  connectedCallback(): void {
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    const inView = new Set<number>();
    // A veil that goes moves the text: what comes into view by that alone is not what the reader has turned to.
    let veiled = this.#veiled;
    let stood = Number.NaN;
    addEventListener(
      'scroll',
      () => {
        const { top } = this.getBoundingClientRect();
        // The page goes with what opens above the passage: the reader has turned to nothing.
        if (Math.abs(top - stood) < 1) return;
        stood = top;
        veiled = this.#veiled;
      },
      { signal, passive: true },
    );
    const middle = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = this.#moments.indexOf(target as HTMLElement);
          if (isIntersecting) inView.add(index);
          else inView.delete(index);
        }
        const moved = veiled;
        veiled = this.#veiled;
        if (inView.size > 0) this.#read(newest(inView), moved);
      },
      { rootMargin: '-55% 0px -35% 0px' },
    );
    for (const moment of this.#moments) middle.observe(moment);
    signal.addEventListener('abort', () => middle.disconnect());
    this.addEventListener(
      'focusin',
      ({ target }) => {
        this.#read(this.#indexOf(target));
        if (target instanceof HTMLElement) this.#uncover(target);
      },
      { signal },
    );
    // A bet opens what it was about; `toggle` does not bubble.
    this.addEventListener('change', () => this.#reveal(), { signal });
    this.addEventListener('toggle', () => this.#reveal(), { signal, capture: true });
    this.dataset.reading = '';
    this.#reveal();
  }

  disconnectedCallback(): void {
    this.#leave.abort();
  }

  /** The picture waits for a bet. */
  get #veiled(): boolean {
    return this.querySelector('.picture .held:not([data-free])') !== null;
  }

  get #moments(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.moment')];
  }

  #indexOf(target: EventTarget | null): number {
    const moment = target instanceof Element ? target.closest<HTMLElement>('.moment') : null;
    return moment ? this.#moments.indexOf(moment) : -1;
  }

  /** @param quietly the figure stays as it is */
  #read(index: number, quietly = false): void {
    if (index < 0 || index === this.#current) return;
    this.#current = index;
    this.#moments.forEach((moment, i) => {
      moment.toggleAttribute('data-current', i === index);
    });
    const { light, stop, set } = this.#moments[index].dataset;
    const lit = light?.split(' ') ?? [];
    for (const part of this.querySelectorAll<HTMLElement>('.picture [data-variant]'))
      part.toggleAttribute('data-lit', lit.includes(part.dataset.variant ?? ''));
    this.toggleAttribute('data-lights', lit.length > 0);
    if (!quietly) void this.#show(index, set, stop);
    this.#reveal();
  }

  /** The figure's code may come later than the reader. */
  async #show(index: number, set: string | undefined, stop: string | undefined): Promise<void> {
    const figure = this.querySelector<FigurePlayer>('.picture spd-figure');
    if (!figure || (set === undefined && stop === undefined)) return;
    await customElements.whenDefined('spd-figure');
    // What a bet has let go plays once; the text beside it goes on from there.
    while (figure.debuting && index === this.#current)
      await new Promise((resolve) =>
        figure.addEventListener('spd-change', resolve, { once: true }),
      );
    if (index !== this.#current) return;
    if (set) figure.set(JSON.parse(set));
    if (stop !== undefined) figure.goToStop(Number(stop));
  }

  /** The picture that stays above the text covers nothing that keys have come to; a pointer comes to nothing covered. */
  #uncover(target: HTMLElement): void {
    const picture = this.querySelector('.picture');
    if (!picture || picture.contains(target)) return;
    // Twice: at the end of its passage the picture has left its place, and comes back with the text.
    for (let times = 0; times < 2; times++) {
      const [over, own] = [picture.getBoundingClientRect(), target.getBoundingClientRect()];
      const isCovered = own.top < over.bottom && own.right > over.left && own.left < over.right;
      if (isCovered) scrollBy({ top: own.top - over.bottom - ROOM, behavior: 'instant' });
    }
  }

  #reveal(): void {
    const moments = this.#moments;
    const open = moments.map((moment) =>
      [...moment.querySelectorAll('predict-answer details')].every(
        (d) => (d as HTMLDetailsElement).open,
      ),
    );
    this.#furthest = Math.max(this.#furthest, this.#current);
    for (const part of this.querySelectorAll<HTMLElement>('.picture [data-from]')) {
      const from = moments.findIndex(({ dataset }) => dataset.moment === part.dataset.from);
      part.toggleAttribute('data-hidden', !isRevealed(from, this.#furthest, open));
    }
  }
}

customElements.define('reading-passage', ReadingPassage);
