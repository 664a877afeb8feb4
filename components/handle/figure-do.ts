import { motionIsReduced } from '#components/kit/motion.ts';
import { figureOf } from './figure-of.ts';

/**
 * `<figure-do for data-set data-stop data-play data-view>words</figure-do>`: the words are a button, and break into lines
 * as words do, which no `<button>` does.
 */
export class FigureDo extends HTMLElement {
  connectedCallback(): void {
    if (this.hasAttribute('role')) return;
    this.setAttribute('role', 'button');
    this.tabIndex = 0;
    this.addEventListener('click', () => void this.#act());
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.click();
    });
  }

  async #act(): Promise<void> {
    const id = this.getAttribute('for') ?? '';
    const { set, stop, play, view } = this.dataset;
    const target = document.getElementById(id);
    intoView(target);
    if (view !== undefined) {
      target?.querySelector<HTMLElement>(`[data-key="${view}"]`)?.click();
      return;
    }
    const figure = await figureOf(id);
    if (set) figure.set(JSON.parse(set));
    if (stop !== undefined) figure.goToStop(Number(stop));
    if (play !== undefined) figure.playOnce();
  }
}

/** What is done to a figure is to be seen: the page moves where most of the figure is out of sight, and only there. */
function intoView(figure: HTMLElement | null): void {
  if (!figure) return;
  const { top, bottom } = figure.getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (seen > Math.min(bottom - top, innerHeight) * 0.6) return;
  figure.scrollIntoView({ block: 'start', behavior: motionIsReduced() ? 'auto' : 'smooth' });
}

customElements.define('figure-do', FigureDo);
