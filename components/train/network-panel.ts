import { html, nothing, type TemplateResult } from 'lit';
import '#components/kit/lazy-part.ts';
import '#components/kit/pixel-view.ts';
import { train as words } from '#content/words/en/train.ts';
import { BATCH, type Inside, type NetworkPlan, priceOf, type Score } from '#lib/training/index.ts';
import { hueOf } from './names.ts';
import { filterCount, filterImage, footprintImage } from './pictures.ts';
import type { TakeApart } from './taken-apart.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** What is known of a network. */
export interface Shown {
  plan: NetworkPlan;
  name: string;
  score: Score | undefined;
  inside: Inside | undefined;
  /** Of all networks that are trained side by side. */
  all: readonly Inside[];
  /** Milliseconds of a step; undefined before one was timed. */
  time: number | undefined;
}

/** One network: its price, how it stands, its first filters and what it hears of the pixels. */
export function networkPanel(
  { plan, name, score, inside, all, time }: Shown,
  files: TemplateResult,
  apart: TakeApart,
): TemplateResult {
  const { parameters, macs } = priceOf(plan);
  return html`<section class="network ${hueOf(plan)}" aria-label=${name}>
    <h3>${name}</h3>
    <p class="now">${score ? percent(score.accuracy) : '–'}</p>
    <p>${words.price(parameters, macs)}</p>
    ${time === undefined ? nothing : html`<p>${words.time(time, BATCH)}</p>`}
    ${inside ? insideOf(inside, name) : nothing}
    ${inside ? html`<lazy-part .code=${() => import('./taken-apart.ts')} wanted><taken-apart .inside=${inside} .all=${all} .ask=${apart} name=${name}></taken-apart></lazy-part>` : nothing}
    <div class="files">${files}</div>
  </section>`;
}

function insideOf(inside: Inside, name: string): TemplateResult {
  const { phases, unevenness } = inside.footprint;
  const finite = Number.isFinite(unevenness);
  const uneven = finite ? unevenness.toFixed(2) : words.unevenNever;
  return html`<div class="inside">
      <p>${words.filters(filterCount(inside))}</p>
      <pixel-view .image=${filterImage(inside)} label=${words.filtersLabel(name)}></pixel-view>
    </div>
    <div class="inside footprint">
      <p>${words.footprint}</p>
      <pixel-view .image=${footprintImage(inside)} label=${words.footprintLabel(name, uneven)}></pixel-view>
      <p>${words.uneven(uneven)}</p>
      <p>${words.phases}</p>
      <ul class="phases">${phases.map(
        (share, i) =>
          html`<li><span>${words.phase[i]}</span><i class="phase-${i}" style="width:${(200 * share).toFixed(1)}%"></i><span>${percent(share)}</span></li>`,
      )}</ul>
    </div>`;
}
