// <spd-equivalence-check for="disguise">: both convolutions of the figure, run by the engine on the same random pixels.
import { html, type TemplateResult } from 'lit';
import { engine } from '#components/kit/engine-client.ts';
import { block } from '#content/words/en/block.ts';
import { engineCheck } from '#content/words/en/checks.ts';
import type { BackendName } from '#lib/engine/index.ts';
import { modelOf, type Params, twoConvolutions } from '#lib/figures/disguise/model.ts';
import { LiveCheck } from './live-check.ts';

interface Result {
  largest: number;
  scale: number;
  compared: number;
  backend: BackendName;
}

/** Above this the two are not the same convolution: float32 on random numbers of size 1 is a hundred times more exact. */
const LIMIT = 1e-4;

const said = block.equivalence;

export class EquivalenceCheck extends LiveCheck<Params, Result> {
  protected readonly working = said.working;
  /** Every press of the button takes other pixels. */
  #turn = 0;

  protected async ask(params: Params): Promise<Result> {
    const two = twoConvolutions(modelOf(params));
    const client = await engine();
    const difference = await client.compareConvolutions({
      ...two,
      seed: two.seed + 100 * this.#turn,
    });
    return { ...difference, backend: (await client.soonest()).name };
  }

  protected sentence({ largest, scale, compared, backend }: Result): string {
    const equal = largest < LIMIT;
    return (equal ? said.equal : said.unequal)(
      compared,
      millionths(largest),
      millionths(LIMIT),
      scale.toFixed(1),
      engineCheck.backends[backend],
    );
  }

  protected override actions(): TemplateResult {
    return html`<button
      @click=${() => {
        this.#turn++;
        this.compute(true);
      }}
    >
      ${said.again}
    </button>`;
  }
}

/** "0.48", of 4.8e-7: small numbers are not for counting zeros. */
function millionths(value: number): string {
  return (value * 1e6).toLocaleString('en', { maximumSignificantDigits: 2 });
}

customElements.define('spd-equivalence-check', EquivalenceCheck);
