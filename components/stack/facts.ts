// What is known of two stacks: a sentence, a table, two footprints, and a card for every stage.
import { html, nothing, type TemplateResult } from 'lit';
import '#components/kit/pixel-view.ts';
import { large } from '#content/words/en/large.ts';
import { stack as words } from '#content/words/en/stack.ts';
import { train } from '#content/words/en/train.ts';
import { macsText } from '#lib/figures/kit/macs.ts';
import { condition } from '#lib/figures/rebuild/condition.ts';
import {
  costOf,
  equalKernel,
  type Firmness,
  fieldOfStages,
  footprintOf,
  keptShare,
  outputOf,
  type PlacedStage,
  phaseReads,
  totalCost,
} from '#lib/stack/index.ts';
import { footprintImage, kernelPicture } from './pictures.ts';

/** How firmly a stage can be undone: `waiting` while it is counted, undefined where it is no linear map. */
export type Firm = Firmness | undefined | 'waiting';
export type FirmOf = (stage: PlacedStage) => Firm;

/** A stack with its name for the reader. */
export interface Shown {
  name: string;
  stages: readonly PlacedStage[];
}

const number = (value: number) =>
  Number.isFinite(value) ? condition(value, large) : words.infinite;

/** The largest of the stages' condition numbers. */
function weakest(stages: readonly PlacedStage[], firmOf: FirmOf): string {
  const all = stages.map(firmOf);
  if (all.includes(undefined)) return words.notLinear;
  if (all.includes('waiting')) return words.counting;
  return number(Math.max(...(all as Firmness[]).map((firm) => firm.condition)));
}

export function summary([first, second]: readonly Shown[]): TemplateResult {
  const [a, b] = [first, second].map(({ stages }) => ({
    macs: totalCost(stages).macs,
    uneven: footprintOf(stages).unevenness,
    kept: words.share(keptShare(stages)),
  }));
  const said = [
    words.summary.work(a.macs / b.macs),
    words.summary.uneven(words.uneven(a.uneven), words.uneven(b.uneven), [
      a.uneven === 1,
      b.uneven === 1,
    ]),
    words.summary.kept(a.kept, b.kept),
  ];
  return html`<p class="summary" role="status">${said.join(' ')}</p>`;
}

export function comparison(shown: readonly Shown[], firmOf: FirmOf): TemplateResult {
  const [a, b] = shown.map(({ stages }) => ({
    cost: totalCost(stages),
    paths: footprintOf(stages),
  }));
  const quotient = (one: number, other: number) => `${(one / other).toFixed(2)} ×`;
  const of = (say: (stages: readonly PlacedStage[]) => string) =>
    shown.map(({ stages }) => say(stages));
  const rows: [name: string, cells: string[], ratio?: string][] = [
    [
      words.rows.output,
      of((stages) => {
        const { size, channels } = outputOf(stages[stages.length - 1]);
        return words.map(size, channels);
      }),
    ],
    [
      words.rows.weights,
      of((stages) => totalCost(stages).weights.toLocaleString('en')),
      quotient(a.cost.weights, b.cost.weights),
    ],
    [
      words.rows.macs,
      of((stages) => macsText(totalCost(stages).macs)),
      quotient(a.cost.macs, b.cost.macs),
    ],
    [
      words.rows.field,
      of((stages) => {
        const { size, stride } = fieldOfStages(stages);
        return words.field(size, stride);
      }),
    ],
    [
      words.rows.paths,
      of((stages) => {
        const { least, most } = footprintOf(stages);
        return words.range(least, most);
      }),
    ],
    [words.rows.uneven, of((stages) => words.uneven(footprintOf(stages).unevenness))],
    [words.rows.kept, of((stages) => words.share(keptShare(stages)))],
    [words.rows.condition, of((stages) => weakest(stages, firmOf))],
    [words.rows.equal, of((stages) => words.equal(equalKernel(stages)))],
  ];
  return html`<div class="table" tabindex="0" role="region" aria-label=${words.compare}>
    <table>
      <thead><tr><th scope="col">${words.quantity}</th>${shown.map(({ name }) => html`<th scope="col">${name}</th>`)}<th scope="col">${words.ratio}</th></tr></thead>
      <tbody>${rows.map(
        ([name, cells, ratio]) =>
          html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}<td>${ratio ?? ''}</td></tr>`,
      )}</tbody>
    </table>
  </div>`;
}

export function footprints(shown: readonly Shown[]): TemplateResult {
  return html`<div class="footprints">${shown.map(({ name, stages }) => {
    const footprint = footprintOf(stages);
    const ways = words.range(footprint.least, footprint.most);
    const uneven = words.uneven(footprint.unevenness);
    return html`<figure>
      <pixel-view .image=${footprintImage(footprint)} label=${words.footprintLabel(name, ways, uneven)}></pixel-view>
      <figcaption><b>${name}</b><span>${uneven}</span></figcaption>
    </figure>`;
  })}</div>`;
}

function firmText(firm: Firm): string {
  if (firm === 'waiting') return words.counting;
  if (!firm) return words.firmNone;
  return words.firm(number(firm.condition), firm.read, firm.written);
}

function card(stage: PlacedStage, i: number, firmOf: FirmOf): TemplateResult {
  const { weights, macs } = costOf(stage);
  const equal = equalKernel([stage]);
  const [from, to] = [stage.input, outputOf(stage)].map(({ size, channels }) =>
    words.map(size, channels),
  );
  const said = words.kernel(equal);
  return html`<li>
    ${equal.holds === 'none' ? nothing : kernelPicture(equal, words.kernelLabel(said))}
    <div>
      <h4>${words.stage(i + 1, train.ways[stage.way])}</h4>
      <p><b>${words.shapes(from, to)}</b></p>
      <p>${words.price(weights, macsText(macs))}</p>
      <p class="reads">${words.reads} ${phaseReads(stage).map((reads, phase) => html`<span class="phase-${phase}"><i>${'ABCD'[phase]}</i>${reads}</span>`)}</p>
      <p>${words.kept(words.share(keptShare([stage])))}</p>
      <p>${firmText(firmOf(stage))}</p>
      <p>${said}</p>
    </div>
  </li>`;
}

export function stageCards(shown: readonly Shown[], firmOf: FirmOf): TemplateResult {
  return html`<div class="pair">${shown.map(
    ({ name, stages }) => html`<div>
      <h3>${name}</h3>
      <ol class="cards">${stages.map((stage, i) => card(stage, i, firmOf))}</ol>
    </div>`,
  )}</div>`;
}
