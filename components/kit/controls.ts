// Controls from declared parameters: nothing in here knows a figure.
import { html, nothing, type TemplateResult } from 'lit';
import { figure as words } from '#content/words/en/player.ts';
import {
  type AnyValues,
  type Declaration,
  type NumberParameter,
  type Parameter,
  stepOf,
  type Value,
} from '#lib/parameters/index.ts';
import { live } from './live.ts';

/** Called with a parameter's name and its new value. */
export type OnChange = (name: string, value: Value) => void;

/** One control for every declared parameter, in order. */
export function controls(
  declaration: Declaration,
  values: AnyValues,
  onChange: OnChange,
): TemplateResult {
  return html`<div class="controls" role="group" aria-label=${words.settings}>
    ${Object.entries(declaration).map(([name, parameter]) => control(name, parameter, values[name], onChange))}
  </div>`;
}

function control(
  name: string,
  parameter: Parameter,
  value: Value,
  onChange: OnChange,
): TemplateResult {
  switch (parameter.kind) {
    case 'integer':
    case 'number': {
      const numbers = fewNumbers(parameter);
      if (numbers) {
        return segments(name, parameter, numbers, value, (text) => onChange(name, Number(text)));
      }
      const make = countOf(parameter) > MOST_BY_SLIDER ? field : slider;
      return make(name, parameter, Number(value), onChange);
    }
    case 'choice':
      return html`<label class="control" title=${parameter.help ?? nothing}>
        <span>${parameter.label}</span>
        <select name=${name} .value=${live(String(value))} @change=${(e: Event) => onChange(name, text(e))}>
          ${parameter.options.map(
            (o) =>
              html`<option value=${o.value} .selected=${live(o.value === value)}>${o.label}</option>`,
          )}
        </select>
      </label>`;
    case 'boolean':
      return html`<label class="control" title=${parameter.help ?? nothing}>
        <span>${parameter.label}</span>
        <input
          type="checkbox"
          name=${name}
          .checked=${live(value === true)}
          @change=${(e: Event) => onChange(name, (e.target as HTMLInputElement).checked)}
        />
      </label>`;
    case 'text':
      return html`<label class="control" title=${parameter.help ?? nothing}>
        <span>${parameter.label}</span>
        <input
          type="text"
          name=${name}
          maxlength=${parameter.maxLength ?? 200}
          .value=${live(String(value))}
          @change=${(e: Event) => onChange(name, text(e))}
        />
      </label>`;
  }
}

function text(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

/** A slider is some hundred pixels long: of more values than this it can't be brought to one. */
const MOST_BY_SLIDER = 10_000;

function countOf(parameter: NumberParameter): number {
  return Math.round((parameter.max - parameter.min) / stepOf(parameter)) + 1;
}

/** All values of a whole number with few of them: buttons are hit more surely than a slider. */
function fewNumbers(parameter: NumberParameter): string[] | undefined {
  const step = stepOf(parameter);
  const count = countOf(parameter);
  if (parameter.kind !== 'integer' || count > 5) return undefined;
  return Array.from({ length: count }, (_, i) => String(parameter.min + i * step));
}

function segments(
  name: string,
  { label, help }: NumberParameter,
  options: string[],
  value: Value,
  pick: (text: string) => void,
): TemplateResult {
  return html`<fieldset class="control segments" title=${help ?? nothing}>
    <legend>${label}</legend>
    <div>
      ${options.map(
        (option) => html`<label>
          <input
            type="radio"
            name=${name}
            value=${option}
            .checked=${live(option === String(value))}
            @change=${() => pick(option)}
          /><span>${option}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function field(
  name: string,
  parameter: NumberParameter,
  value: number,
  onChange: OnChange,
): TemplateResult {
  const { label, min, max, help } = parameter;
  return html`<label class="control" title=${help ?? nothing}>
    <span>${label}</span>
    <input
      type="number"
      inputmode="numeric"
      name=${name}
      min=${min}
      max=${max}
      step=${stepOf(parameter)}
      .value=${live(String(value))}
      @change=${(e: Event) => onChange(name, text(e))}
    />
  </label>`;
}

function slider(
  name: string,
  parameter: NumberParameter,
  value: number,
  onChange: OnChange,
): TemplateResult {
  const { label, min, max, unit, help } = parameter;
  const shown = `${parameter.kind === 'integer' ? value : Number(value.toPrecision(3))}${unit ? ` ${unit}` : ''}`;
  // Not an <output>: that is a labelable element too, and would take the label away from the slider.
  return html`<label class="control" title=${help ?? nothing}>
    <span>${label} <b>${shown}</b></span>
    <input
      type="range"
      name=${name}
      min=${min}
      max=${max}
      step=${stepOf(parameter)}
      .value=${live(String(value))}
      aria-valuetext=${shown}
      @input=${(e: Event) => onChange(name, Number(text(e)))}
    />
  </label>`;
}
