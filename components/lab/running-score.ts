import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { Answer } from '#components/kit/answer.ts';
import { loadCode } from '#components/kit/load-code.ts';
import { lab as words } from '#content/words/en/lab.ts';
import type { SceneParameters } from '#lib/scenes/parameters.ts';
import type { Contender } from './contenders.ts';
import type { RunningScore as Score } from './running.ts';
import './running-table.ts';
import { labStyles } from './styles.ts';

/** Scenes at most: after that the last digit stands still. */
const MOST_SCENES = 1000;

/** The contenders' average precision over scene after scene with the settings of the lab, counted while the reader waits. */
export class RunningScore extends LitElement {
  static override properties = {
    contenders: { attribute: false },
    scene: { attribute: false },
    score: { state: true },
  };

  /** Null while they are not there. */
  declare contenders: Contender[] | null;
  declare scene: SceneParameters;
  declare score: Score | null;

  readonly #counting = new Answer<void, Score>(this);

  constructor() {
    super();
    this.contenders = null;
    this.score = null;
  }

  static override styles = labStyles;

  /** A count belongs to those who were counted and to the settings that they were counted with. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('contenders') && !changed.has('scene')) return;
    this.#counting.stop();
    this.score = null;
  }

  #toggle(): void {
    const { contenders, scene } = this;
    if (this.#counting.working) {
      this.#counting.stop();
      return;
    }
    if (!contenders) return;
    this.score = null;
    void this.#counting.ask(async (signal) => {
      const { runningScore } = await loadCode(() => import('./engine-part.ts'));
      await runningScore(contenders, scene, MOST_SCENES, signal, (score) => {
        if (!signal.aborted) this.score = score;
      });
    });
  }

  override render() {
    const { working, status, failure } = this.#counting;
    return html`<section class="score" aria-label=${words.scoreTitle}>
      <h2>${words.scoreTitle}</h2>
      <p>${words.scoreText}</p>
      <button type="button" aria-disabled=${!working && !this.contenders} @click=${this.#toggle}>
        ${working ? words.stop : words.start}
      </button>
      ${status === 'failed' ? html`<p class="message" role="alert">${words.failed(failure)}</p>` : nothing}
      <running-table .score=${this.score} .running=${working}></running-table>
    </section>`;
  }
}

customElements.define('running-score', RunningScore);
