// The panel's own controls: which object, which view, which layer.
import { html, type TemplateResult } from 'lit';
import { why as words } from '#content/words/en/why.ts';
import type { Truth } from '#lib/detection/index.ts';
import type { GraphNode } from '#lib/model/index.ts';

/** Which object: by keyboard, where a click in a picture is none. */
export function objectChooser(
  truths: readonly Truth[],
  classes: readonly string[],
  chosen: number | null,
  choose: (index: number | null) => void,
): TemplateResult {
  const changed = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    choose(value === '' ? null : Number(value));
  };
  return html`<label class="control"><span>${words.object}</span>
    <select name="object" @change=${changed}>
      <option value="" .selected=${chosen === null}>${words.none}</option>
      ${truths.map(
        ({ classIndex, width, height }, i) =>
          html`<option value=${i} .selected=${i === chosen}>${words.option(i + 1, classes[classIndex], Math.max(width, height))}</option>`,
      )}
    </select></label>`;
}

/** One of a few, side by side. */
export function segments(
  name: string,
  legend: string,
  labels: readonly string[],
  chosen: number,
  pick: (i: number) => void,
): TemplateResult {
  return html`<fieldset class="control segments"><legend>${legend}</legend>
    <div>${labels.map(
      (label, i) =>
        html`<label><input type="radio" name=${name} .checked=${i === chosen} @change=${() => pick(i)} /><span>${label}</span></label>`,
    )}</div></fieldset>`;
}

/** Which layer of one detector. */
export function layerChooser(
  rows: readonly GraphNode[],
  chosen: number,
  choose: (row: number) => void,
): TemplateResult {
  const changed = (event: Event) => choose(Number((event.target as HTMLSelectElement).value));
  return html`<label class="control"><span>${words.layer}</span>
    <select name="layer" @change=${changed}>${rows.map(
      ({ index, module, outputShapes: [{ height, channels }] }) =>
        html`<option value=${index} .selected=${index === chosen}>${words.layerOption(index, module, height, channels)}</option>`,
    )}</select></label>`;
}
