// The lab's settings: the threshold over its histogram, the scene and its camera, the back end.
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import '#components/kit/backend-choice.ts';
import { controls } from '#components/kit/controls.ts';
import type { AnyValues, Declaration } from '#lib/parameters/index.ts';
import { settings } from './parameters.ts';
import type { LabView } from './view.ts';
import './threshold-line.ts';

/** The threshold is a line over the scores. */
const { pictureSide, threshold: _, ...ofScene } = settings;
/** Of a reader's own picture only this means anything. */
const ofPicture = { pictureSide };

/** Controls that are drawn anew when one of their values is another, or was refused. */
export function controlsOf(declared: Declaration, { values, errors, change }: LabView): unknown {
  const all: AnyValues = values;
  const parts = [declared, errors, ...Object.keys(declared).map((name) => all[name])];
  return guard(parts, () => controls(declared, all, change));
}

export function settingsPart(view: LabView): TemplateResult {
  const { rested, values, known } = view;
  return html`<div class="settings">
    <threshold-line .sight=${rested} .value=${values.threshold}
      @threshold=${({ detail }: CustomEvent<number>) => view.change('threshold', detail)}></threshold-line>
    ${controlsOf(view.own ? ofPicture : ofScene, view)}
    <backend-choice .used=${known?.found[0].backend ?? ''} @backend=${view.look}></backend-choice>
  </div>`;
}
