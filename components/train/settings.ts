// The controls of what learns: a way and a width, or a stack that is built by hand.
import { html, nothing, type TemplateResult } from 'lit';
import { controls } from '#components/kit/controls.ts';
import { stageEditor } from '#components/kit/stage-editor.ts';
import { train as words } from '#content/words/en/train.ts';
import type { Declaration, Value } from '#lib/parameters/index.ts';
import { writeStack } from '#lib/stack/stack.ts';
import type { Price } from '#lib/training/index.ts';
import {
  data,
  how,
  isByHand,
  NETWORKS,
  type NetworkPlace,
  networks,
  stagesOf,
  type TrainValues,
} from './parameters.ts';

/** Of one network; the width of a stack by hand stands in its stages. */
function declared(values: TrainValues, place: NetworkPlace): Declaration {
  const bare = values[place] === 'none' || isByHand(values, place);
  return {
    [place]: networks[place],
    ...(bare ? {} : { [`${place}Width`]: networks[`${place}Width`] }),
  };
}

/** Networks with what belongs before them. */
function networkGroup(
  title: string,
  before: Declaration,
  places: readonly NetworkPlace[],
  values: TrainValues,
  change: (name: string, value: Value) => void,
): TemplateResult {
  const all = Object.assign({}, before, ...places.map((place) => declared(values, place)));
  const byHand = places.filter((place) => isByHand(values, place));
  const label = (place: NetworkPlace) =>
    words.labels.editor(words.labels.places[NETWORKS.indexOf(place)]);
  return html`<fieldset class="group"><legend>${title}</legend>
    ${controls(all, values, change)}
    ${
      byHand.length === 0
        ? nothing
        : html`<div class="editors">${byHand.map((place) =>
            stageEditor(label(place), stagesOf(values, place)!, (stack) =>
              change(`${place}Stages`, writeStack(stack)),
            ),
          )}</div>`
    }
  </fieldset>`;
}

const { task, ...ofData } = data;

/** All that is set before a training: what is learned and by whom; the rest waits behind "More". */
export function settingsPart(
  values: TrainValues,
  change: (name: string, value: Value) => void,
  fair: (by: keyof Price) => void,
): TemplateResult {
  return html`<div class="settings">
    ${networkGroup(words.labels.networks, { task }, ['first', 'second'], values, change)}
    <p class="fair">${words.fair.explain}
      <button type="button" @click=${() => fair('macs')}>${words.fair.macs}</button>
      <button type="button" @click=${() => fair('parameters')}>${words.fair.parameters}</button>
    </p>
    <details class="more">
      <summary>${words.labels.more}</summary>
      <div class="settings">
        ${group(words.labels.data, ofData, values, change)}
        ${networkGroup(words.labels.third, {}, ['third'], values, change)}
        ${group(words.labels.how, how, values, change)}
      </div>
    </details>
  </div>`;
}

/** Controls that belong together. */
function group(
  title: string,
  declared: Declaration,
  values: TrainValues,
  change: (name: string, value: Value) => void,
): TemplateResult {
  return html`<fieldset class="group"><legend>${title}</legend>${controls(declared, values, change)}</fieldset>`;
}
