// What a bet holds: a figure with a player, or a picture that is simply not shown yet.
import type { FigurePlayer, Guess } from '#components/kit/figure-player.ts';
import { predict as words } from '#content/words/en/predict.ts';

/** What the address leads to. Not `:target`, which is none yet while the page is being read. The ids of headings are plain letters. */
export const ledTo = () => document.getElementById(location.hash.slice(1));

/** The address names a figure or a chart in this place, with a setting of it. */
export function named(place: Element): boolean {
  const ids = [...new URLSearchParams(location.search).keys()].map((key) => key.split('.')[0]);
  return ids.some((id) => id && place.querySelector(`[id="${CSS.escape(id)}"]`));
}

/** Something of class `held` that shows an answer: under a veil until it is let go. */
export class Held {
  readonly #place: HTMLElement;
  readonly #player: FigurePlayer | undefined;
  #veil: HTMLElement | undefined;
  /** Where it stood in the window when the reader asked for it through the veil, CSS px. */
  #stood: number | undefined;

  /** @param id of the player, or of the place itself */
  constructor(id: string) {
    const element = document.getElementById(id);
    const place = element?.closest<HTMLElement>('.held');
    if (!element || !place) throw new Error(`nothing is held under the id "${id}"`);
    this.#place = place;
    if (element.matches('spd-figure')) this.#player = element as FigurePlayer;
  }

  /**
   * Somebody's link names a moment or a setting of this figure, or a view of this chart: it is shown as they saw it. Or it
   * leads to a heading of the text beside it.
   */
  get asked(): boolean {
    return this.target !== undefined || named(this.#place);
  }

  /** What the address leads to, where that is a part of the text beside it. */
  get target(): Element | undefined {
    const target = ledTo();
    const beside = this.#place.closest('reading-passage')?.querySelector('.moments');
    return target && beside?.contains(target) ? target : undefined;
  }

  /** Veils it; the veil leads to the question, or away. */
  hold(question: HTMLElement, showMe: () => void): void {
    this.#place.dataset.held = '';
    delete this.#place.dataset.free;
    this.#player?.setAttribute('waiting', '');
    this.#veil ??= veil(question, () => {
      this.#stood = this.#top;
      showMe();
    });
    this.#place.append(this.#veil);
  }

  /** Shows it; a figure plays to the moment that was asked about when it comes into view, unless it has been seen before. */
  release(play: boolean): void {
    delete this.#place.dataset.held;
    this.#place.dataset.free = '';
    this.#veil?.remove();
    this.#player?.removeAttribute('waiting');
    this.#stay();
    if (play) void this.#whenThere((player) => player.playOnce());
  }

  /** In the window, CSS px. A picture that stays beside its text stands where its passage does. */
  get #top(): number {
    return (this.#place.closest('reading-passage') ?? this.#place).getBoundingClientRect().top;
  }

  /** What opens above moves what was asked for out of sight: the page goes with it. */
  #stay(): void {
    const stood = this.#stood;
    if (stood === undefined) return;
    this.#stood = undefined;
    const follow = () => scrollBy({ top: this.#top - stood, behavior: 'instant' });
    follow();
    // What has never been drawn takes its height in the next frame.
    requestAnimationFrame(() => requestAnimationFrame(follow));
  }

  /** Marks a guess in the drawing; undefined takes the marks away. */
  mark(guess: Guess | undefined): void {
    void this.#whenThere((player) => {
      player.guess = guess;
    });
  }

  async #whenThere(act: (player: FigurePlayer) => void): Promise<void> {
    if (!this.#player) return;
    await customElements.whenDefined('spd-figure');
    act(this.#player);
  }
}

function veil(question: HTMLElement, showMe: () => void): HTMLElement {
  const element = document.createElement('div');
  element.className = 'veil';
  const text = document.createElement('p');
  text.textContent = words.veil;
  const [to, show] = [document.createElement('a'), document.createElement('button')];
  to.href = `#${question.id}`;
  to.textContent = words.toQuestion;
  show.type = 'button';
  show.textContent = words.show;
  show.addEventListener('click', showMe);
  element.append(text, to, show);
  return element;
}
