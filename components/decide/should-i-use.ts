import { css, html, LitElement, type TemplateResult } from 'lit';
import { writeValues } from '#components/kit/address.ts';
import { controlStyles } from '#components/kit/control-styles.ts';
import { controls } from '#components/kit/controls.ts';
import { parse } from '#components/kit/parse.ts';
import { decide as words } from '#content/words/en/decide.ts';
import { type Decision, decide, type Facts, type Option } from '#lib/decide/index.ts';
import type { Value } from '#lib/parameters/index.ts';
import { type DecideValues, declaration, situationOf } from './parameters.ts';

/** `<should-i-use facts="{…}">`: the reader's own case, decided by the rules on the page. Its values stand in the address. */
export class ShouldIUse extends LitElement {
  static override properties = {
    facts: { type: Object },
    values: { state: true },
    errors: { state: true },
  };

  declare facts: Facts;
  declare values: DecideValues;
  declare errors: string[];

  constructor() {
    super();
    const { values, errors } = parse(declaration, new URLSearchParams(location.search));
    this.values = values;
    this.errors = errors;
  }

  /** There the options wait behind their name, so that the case, the verdict and its reasons are seen together. */
  readonly #phone = matchMedia('(max-width: 599px)');
  readonly #turned = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#phone.addEventListener('change', this.#turned);
  }

  override disconnectedCallback(): void {
    this.#phone.removeEventListener('change', this.#turned);
    super.disconnectedCallback();
  }

  static override styles = [
    controlStyles,
    css`
      :host { display: grid; gap: 1rem; font: 0.9375rem/1.45 var(--font-ui); color: var(--ink); container-type: inline-size; }
      p, ul { margin: 0; }
      .controls { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 0.5rem 1.25rem; }
      .verdict { font: 600 1.3rem/1.3 var(--font-text); max-width: 36rem; }
      .why { max-width: 40rem; padding-left: 1.2em; }
      .why li + li { margin-top: 0.35rem; }
      .rest { display: grid; gap: 1rem 2rem; }
      .table { container-type: inline-size; overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 0.875rem; }
      caption { position: sticky; left: 0; max-width: 100cqi; text-align: left; color: var(--ink-2); padding-bottom: 0.4rem; }
      th, td { padding: 0.35rem 0 0.35rem 0.9rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th:first-child { text-align: left; font-weight: 400; white-space: normal; min-width: 9rem; padding-left: 0; }
      thead th { font-weight: 600 !important; border-bottom-color: var(--ink); vertical-align: bottom; white-space: normal; }
      /* It is told apart from the costs before it. */
      :is(th, td):nth-last-child(2) { padding-left: 1.8rem; }
      .answer > * { font-weight: 600 !important; }
      .beyond { color: var(--ink-2); }
      .error { color: var(--strided); }
      .case { display: none; }
      @container (min-width: 60rem) {
        .rest { grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); }
      }
      summary { display: none; cursor: pointer; font-weight: 600; }
      /* The case, the verdict and its reasons are seen together on a phone too. */
      @media (max-width: 599px) {
        :host { gap: 0.75rem; }
        .controls { grid-template-columns: minmax(0, 1fr); gap: 0.35rem; }
        .control { grid-template-columns: minmax(0, 1fr) 9rem; align-items: center; font-size: 0.875rem; }
        .control :is(input[type='range'], select) { width: 100%; }
        .verdict { font-size: 1.15rem; }
        .why { font-size: 0.875rem; line-height: 1.35; }
        th, td { padding-block: 0.2rem; }
        summary { display: list-item; }
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
    const decision = decide(situation, this.facts);
    return html`
      ${controls(declaration, this.values, (name, value) => this.#change(name, value))}
      <p class="case">${words.case(situation)}</p>
      ${this.errors.map((error) => html`<p class="error">${error}</p>`)}
      <div role="status">
        <p class="verdict">${words.verdicts[decision.verdict]}</p>
      </div>
      <div class="rest">
        <ul class="why">${words.reasons(situation, decision).map((reason) => html`<li>${reason}</li>`)}</ul>
        <details ?open=${!this.#phone.matches}>
          <summary>${words.region}</summary>
          <div class="table" tabindex="0" role="region" aria-label=${words.region}>
          <table>
            <caption>${words.caption}</caption>
            <thead><tr>${words.columns(situation.device).map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
            <tbody>${decision.options.map((option) => this.#option(option, decision))}</tbody>
          </table>
          </div>
        </details>
      </div>
    `;
  }

  #option(option: Option, { answer }: Decision): TemplateResult {
    const [first, ...cells] = words.cells(option, situationOf(this.values).device);
    const kind = `${option.affordable ? '' : 'beyond'} ${option.kind === answer ? 'answer' : ''}`;
    return html`<tr class=${kind}>
      <th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}
    </tr>`;
  }
}

customElements.define('should-i-use', ShouldIUse);
