import { css, html, LitElement, svg } from 'lit';
import { controlStyles } from '#components/kit/control-styles.ts';
import { Grasp } from '#components/kit/grasp.ts';
import { live } from '#components/kit/live.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { type ScoreBin, scoreHistogram } from '#lib/analysis/index.ts';
import { hueOf, nameOf } from './choices.ts';
import { keepingLast } from './last.ts';
import type { Sight } from './looking.ts';
import { settings } from './parameters.ts';

const { min, max, step, label, help } = settings.threshold;
/** From the bottom of a bar to its top. */
const KINDS = ['hit', 'class', 'false'] as const;

/** The histograms of one scene, and the longest bar of all. */
function histogramsOf({ contenders, found, subject }: Sight) {
  const rows = contenders.map(({ name }, i) => ({
    name,
    bins: scoreHistogram(found[i].candidates, subject.truths ?? [], { from: min, width: step }),
  }));
  const most = Math.max(1, ...rows.flatMap(({ bins }) => bins.map(sum)));
  return { rows, most, judged: subject.truths !== null };
}

const sum = (bin: ScoreBin) => bin.hit + bin.class + bin.false;

/**
 * `<threshold-line>`: the score threshold as a line over a small histogram of each detector's boxes, drawn by hand or
 * moved by key. Fires `threshold` with the new value.
 */
export class ThresholdLine extends LitElement {
  static override properties = { sight: { attribute: false }, value: { type: Number } };

  /** What was found in a scene; null before that. */
  declare sight: Sight | null;
  declare value: number;

  readonly #histograms = keepingLast(histogramsOf);
  readonly #grasp = new Grasp();

  constructor() {
    super();
    this.sight = null;
    this.value = settings.threshold.default;
  }

  #tell(value: number): void {
    const rounded = Number((Math.round(value / step) * step).toFixed(2));
    const detail = Math.min(max, Math.max(min, rounded));
    if (detail !== this.value) this.dispatchEvent(new CustomEvent('threshold', { detail }));
  }

  #point(event: PointerEvent): void {
    const bars = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown' && this.#grasp.takes(event))
      bars.setPointerCapture(event.pointerId);
    if (!this.#grasp.holds(event)) return;
    const { left, width } = bars.querySelector('svg')!.getBoundingClientRect();
    this.#tell(min + ((event.clientX - left) / width) * (1 - min));
  }

  override render() {
    const { value, sight } = this;
    const shown = sight && this.#histograms(sight);
    return html`<div class="control" title=${help}>
        <label for="threshold">${label} <b>${value.toFixed(2)}</b></label>
        <div class="bars" @pointerdown=${this.#point} @pointermove=${this.#point}
          @lostpointercapture=${(event: PointerEvent) => this.#grasp.leaves(event)} style="--at:${(value - min) / (max - min)}">
          ${shown?.rows.map(({ name, bins }) => this.#row(name, bins, shown))}
        </div>
        <input id="threshold" type="range" name="threshold" min=${min} max=${max} step=${step} .value=${live(String(value))}
          aria-valuetext=${value.toFixed(2)} @input=${(event: Event) => this.#tell(Number((event.target as HTMLInputElement).value))} />
      </div>
      <p>${words.histogram.text} ${shown?.judged ? words.chance : ''}</p>`;
  }

  #row(
    name: string,
    bins: readonly ScoreBin[],
    { most, judged }: { most: number; judged: boolean },
  ) {
    const above = bins.filter(({ from }) => from >= this.value - step / 2);
    const total = (kind: (typeof KINDS)[number]) => above.reduce((all, bin) => all + bin[kind], 0);
    const shown = { hit: total('hit'), class: total('class'), false: total('false') };
    // Without truths nobody knows what a box is worth.
    const said = judged
      ? words.histogram.row(nameOf(name), shown)
      : words.histogram.rowOwn(
          nameOf(name),
          above.reduce((all, bin) => all + sum(bin), 0),
        );
    return html`<div class="row ${hueOf(name)}"><span class="name">${nameOf(name)}</span>
      <svg viewBox="0 0 ${bins.length} ${most}" preserveAspectRatio="none" role="img" aria-label=${said}>
        ${bins.map((bin, i) => {
          let top = most;
          const out = above.includes(bin) ? '' : 'out';
          return KINDS.map((kind) => {
            top -= bin[kind];
            return bin[kind] > 0
              ? svg`<rect class="${judged ? kind : 'found'} ${out}" x=${i + 0.06} y=${top} width="0.88" height=${bin[kind]}></rect>`
              : '';
          });
        })}
      </svg></div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: block; font: 0.9375rem/1.4 var(--font-ui); --thumb: 16px; --bins: 18; }
      .control { width: min(100%, 30rem); }
      /* The slider ends at the last bin's left edge: the bars stand a bin further out. */
      input[type='range'] { width: calc(var(--thumb) + (100% - 2 * var(--thumb)) * var(--bins) / (var(--bins) + 1)); }
      .bars { position: relative; cursor: ew-resize; touch-action: pan-y; padding-inline: calc(var(--thumb) / 2) var(--thumb); display: grid; gap: 0.35rem; }
      .bars::after { content: ''; position: absolute; inset-block: 0; width: 2px; margin-left: -1px; background: var(--accent); pointer-events: none;
        left: calc(var(--thumb) / 2 + var(--at) * (100% - 1.5 * var(--thumb)) * var(--bins) / (var(--bins) + 1)); }
      .bars:empty { display: none; }
      .name { position: relative; z-index: 1; width: fit-content; padding-right: 0.3rem; background: var(--paper); font-size: 0.8125rem; color: var(--ink-2); display: flex; gap: 0.4rem; align-items: center; }
      .name::before { content: ''; width: 0.7em; height: 0.7em; background: var(--swatch); }
      .strided { --swatch: var(--strided); }
      .spd { --swatch: var(--spd); }
      .pooled { --swatch: var(--ink-2); }
      svg { display: block; width: 100%; height: 2.25rem; border-bottom: 1px solid var(--line); }
      rect.hit { fill: var(--bar-hit); }
      rect.class { fill: var(--bar-class); }
      rect.false { fill: var(--bar-false); }
      rect.found { fill: var(--ink-2); }
      .out { opacity: 0.35; }
      p { margin: 0.25rem 0 0; font-size: 0.8125rem; color: var(--ink-2); max-width: 40rem; }
      :host { --bar-hit: #1d9a6c; --bar-class: #3d8fd1; --bar-false: #c2539f; }
    `,
  ];
}

customElements.define('threshold-line', ThresholdLine);

declare global {
  interface HTMLElementTagNameMap {
    'threshold-line': ThresholdLine;
  }
}
