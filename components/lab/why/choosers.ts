// The panel's own controls: which object, which view, which layer.
import { html, nothing, type TemplateResult } from 'lit';
import { alarm as alarmWords } from '#content/words/en/alarm.ts';
import { why as words } from '#content/words/en/why.ts';
import type { Truth } from '#lib/detection/index.ts';
import type { GraphNode } from '#lib/model/index.ts';
import type { Alarm } from '../alarms.ts';
import { nameOf } from '../choices.ts';

/** What is asked about: an object by its number, or a false alarm. */
export type Choice = number | Alarm | null;

/** Which object or false alarm: by keyboard, where a click in a picture is none. */
export function objectChooser(
  { truths, alarms, classes }: Offer,
  chosen: Choice,
  choose: (choice: Choice) => void,
): TemplateResult {
  const all: Exclude<Choice, null>[] = [...truths.keys(), ...alarms];
  const changed = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    choose(value === '' ? null : all[Number(value)]);
  };
  const option = (choice: number | Alarm, text: string) =>
    html`<option value=${all.indexOf(choice)} .selected=${choice === chosen}>${text}</option>`;
  return html`<label class="control"><span>${words.object}</span>
    <select name="object" @change=${changed}>
      <option value="" .selected=${chosen === null}>${words.none}</option>
      ${truths.map(({ classIndex, width, height }, i) =>
        option(i, words.option(i + 1, classes[classIndex], Math.max(width, height))),
      )}
      ${
        alarms.length > 0
          ? html`<optgroup label=${alarmWords.group}>${alarms.map((alarm, i) =>
              option(
                alarm,
                alarmWords.option(
                  i + 1,
                  classes[alarm.mark.classIndex],
                  alarm.mark.score,
                  nameOf(alarm.name),
                ),
              ),
            )}</optgroup>`
          : nothing
      }
    </select></label>`;
}

/** All that can be asked about. */
export interface Offer {
  truths: readonly Truth[];
  alarms: readonly Alarm[];
  classes: readonly string[];
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
