import { css, html, LitElement, type TemplateResult } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import { controls } from '#components/kit/controls.ts';
import { parse } from '#components/kit/parse.ts';
import { decide as words } from '#content/words/en/decide.ts';
import { type Costs, decide, type Option, strides } from '#lib/decide/index.ts';
import type { Value } from '#lib/parameters/index.ts';
import { type DecideValues, declaration, situationOf } from './parameters.ts';

/** `<should-i-use costs="{…}">`: the reader's own case, decided by the rules on the page. Its values stand in the address. */
export class ShouldIUse extends LitElement {
  static override properties = {
    costs: { type: Object },
    values: { state: true },
    errors: { state: true },
  };

  declare costs: Costs;
  declare values: DecideValues;
  declare errors: string[];

  constructor() {
    super();
    const { values, errors } = parse(declaration, new URLSearchParams(location.search));
    this.values = values;
    this.errors = errors;
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: grid; gap: 1.25rem; font: 0.9375rem/1.45 var(--font-ui); color: var(--ink); }
      p, ul { margin: 0; }
      .verdict { font: 600 1.3rem/1.3 var(--font-text); max-width: 36rem; }
      .why { max-width: 40rem; padding-left: 1.2em; }
      .why li + li { margin-top: 0.35rem; }
      .table { container-type: inline-size; overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 0.875rem; }
      caption { position: sticky; left: 0; max-width: 100cqi; text-align: left; color: var(--ink-2); padding-bottom: 0.4rem; }
      th, td { padding: 0.4rem 1rem 0.4rem 0; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th:first-child { text-align: left; font-weight: 400; white-space: normal; min-width: 11rem; }
      thead th { font-weight: 600 !important; border-bottom-color: var(--ink); vertical-align: bottom; }
      .beyond { color: var(--ink-2); }
      .error { color: var(--strided); }
      .case { display: none; }
      /* The case, the verdict, its reasons and the options are seen together on a phone too. */
      @media (max-width: 599px) {
        :host { gap: 0.75rem; }
        .controls { display: grid; gap: 0.35rem; }
        .control { grid-template-columns: minmax(0, 1fr) 7rem; align-items: center; font-size: 0.875rem; }
        .control :is(input, select) { width: 100%; }
        .verdict { font-size: 1.15rem; }
        .why { font-size: 0.875rem; line-height: 1.35; }
        th, td { padding-block: 0.2rem; }
      }
      @media print { .controls { display: none; } .case { display: block; } }
    `,
  ];

  #change(name: string, value: Value): void {
    const { values, errors } = parse(declaration, { ...this.values, [name]: value });
    this.values = values;
    this.errors = errors;
    writeValues(declaration, values);
  }

  override render(): TemplateResult {
    const situation = situationOf(this.values);
    const decision = decide(situation, this.costs);
    return html`
      ${controls(declaration, this.values, (name, value) => this.#change(name, value))}
      <p class="case">${words.case(situation)}</p>
      ${this.errors.map((error) => html`<p class="error">${error}</p>`)}
      <div role="status">
        <p class="verdict">${words.verdicts[decision.verdict]}</p>
      </div>
      <ul class="why">${words.reasons(situation, decision).map((reason) => html`<li>${reason}</li>`)}</ul>
      <div class="table" tabindex="0" role="region" aria-label=${words.caption}>
        <table>
          <caption>${words.caption}</caption>
          <thead><tr>${words.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
          <tbody>${decision.options.map((option) => this.#option(option))}</tbody>
        </table>
      </div>
      <p>${words.levels(strides, decision.cells)}</p>
    `;
  }

  #option(option: Option): TemplateResult {
    const [first, ...cells] = words.cells(option);
    return html`<tr class=${option.affordable ? '' : 'beyond'}>
      <th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}
    </tr>`;
  }
}

customElements.define('should-i-use', ShouldIUse);
