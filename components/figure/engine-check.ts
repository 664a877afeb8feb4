// <spd-engine-check for="reads">: the read counts again, this time as a gradient from the engine.
import { html, nothing, svg, type TemplateResult } from 'lit';
import { engine } from '#components/kit/engine-client.ts';
import { engineCheck as words } from '#content/words/en/checks.ts';
import type { BackendName } from '#lib/engine/index.ts';
import { readsColour } from '#lib/figures/kit/hues.ts';
import { inkOn } from '#lib/figures/kit/palette.ts';
import { modelOf, type Params } from '#lib/figures/reads/model.ts';
import { outerCounts } from '#lib/spd/index.ts';
import { LiveCheck } from './live-check.ts';

interface Result {
  size: number;
  gradient: Float32Array;
  difference: number;
  backend: BackendName;
}

const CELL = 24;

export class EngineCheck extends LiveCheck<Params, Result> {
  protected readonly working = words.working;

  /** The engine's gradient for these settings, and how far it is from the count. */
  protected async ask(params: Params): Promise<Result> {
    const { size, reads, placed, block } = modelOf(params);
    const client = await engine();
    const gradient = await client.readCounts({
      size: [size, size],
      kernel: placed.kernel,
      stride: placed.stride,
      padding: [placed.before, placed.after],
      dilation: placed.dilation,
      spaceToDepth: block,
    });
    const expected = outerCounts(reads, reads);
    const difference = gradient.reduce(
      (most, v, i) => Math.max(most, Math.abs(v - expected[i])),
      0,
    );
    return { size, gradient, difference, backend: (await client.soonest()).name };
  }

  protected sentence({ difference, backend }: Result): string {
    const { agree, disagree } = words;
    const shown = String(Number(difference.toPrecision(2)));
    return (difference < 1e-3 ? agree : disagree)(shown, words.backends[backend]);
  }

  protected override picture(result: Result | undefined): TemplateResult | typeof nothing {
    if (!result && !this.params) return nothing;
    const size = result?.size ?? (this.params as Params).size;
    const most = Math.max(...(result?.gradient ?? []));
    const cell = (i: number) => {
      const [x, y] = [(i % size) * CELL, Math.floor(i / size) * CELL];
      const value = result?.gradient[i];
      const fill = value === undefined ? 'var(--panel)' : readsColour(value, most);
      return svg`<rect x=${x} y=${y} width=${CELL - 1} height=${CELL - 1} fill=${fill} />${
        value === undefined
          ? nothing
          : svg`<text x=${x + CELL / 2} y=${y + CELL / 2 + 4.5} text-anchor="middle" font-size="13" fill=${inkOn(fill)}>${Number(value.toFixed(2))}</text>`
      }`;
    };
    return html`<svg
      viewBox="0 0 ${size * CELL} ${size * CELL}"
      width=${size * CELL}
      role="img"
      aria-label=${result ? words.map : words.waiting}
    >
      ${Array.from({ length: size * size }, (_, i) => cell(i))}
    </svg>`;
  }
}

customElements.define('spd-engine-check', EngineCheck);
