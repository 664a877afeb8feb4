// The parts of the lab around one sight: pure templates of what the lab knows and of what may be done.
import { html, nothing, type TemplateResult } from 'lit';
import { gallery } from '#content/words/en/gallery.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { vary } from '#content/words/en/vary.ts';
import { CLASSES } from '#lib/scenes/classes.ts';
import { choices, chosen, isUnsure, knowsPhotographs } from './choices.ts';
import './edit-bar.ts';
import type { BarAction } from './edit-bar.ts';
import type { PieceSettings } from './gallery/scene-gallery.ts';
import { opening } from './opening.ts';
import { heldBoxes } from './own/own-part.ts';
import { sceneOf } from './parameters.ts';
import { questions } from './questions.ts';
import { controlsOf } from './settings-part.ts';
import type { LabView } from './view.ts';

/** One list that stays the same: another would be drawn anew. */
const NONE: never[] = [];

/** From scene to scene, and back to the start. */
export function sceneButtons({ values, change, begin }: LabView): TemplateResult {
  return html`
    <button type="button" @click=${() => change('seed', Math.max(0, values.seed - 1))}>${words.previousScene}</button>
    <button type="button" class="primary" @click=${() => change('seed', values.seed + 1)}>${words.nextScene}</button>
    <button type="button" @click=${() => begin()}>${words.reset}</button>`;
}

/** Who is compared. */
export function choosePart(view: LabView): TemplateResult {
  const photographer = view.known?.contenders.find(({ name }) => knowsPhotographs(name));
  const of = photographer?.card.data?.train?.source;
  return html`<div class="choose">
    ${controlsOf(choices, view)}
    ${chosen(view.values).some(isUnsure) ? html`<p>${words.unsure}</p>` : nothing}
    ${of ? html`<p>${words.photographs(of)}</p>` : nothing}
  </div>`;
}

/** What can be done to the scene by hand. */
export function sceneBar({ editing }: LabView): TemplateResult {
  const { object, history, said } = editing;
  return html`<edit-bar ?chosen=${object !== null} ?undo=${history.canUndo} ?redo=${history.canRedo} .said=${said}
    @bar=${({ detail }: CustomEvent<BarAction>) => editing.act(detail)}></edit-bar>`;
}

export function legend(): TemplateResult {
  return html`<ul class="legend">
    ${(['hit', 'class', 'miss', 'false'] as const).map((kind) => html`<li class=${kind}>${words.kinds[kind]}</li>`)}
  </ul>`;
}

/** A panel for each of the contenders. */
export function panels(view: LabView): TemplateResult[] {
  const { values, subject, truths, seen, known, testimonies, editing, asked } = view;
  const boxes = view.own && heldBoxes(view.own.seen);
  return chosen(values).map((name, place) => {
    const said = testimonies[place]?.name === name ? testimonies[place] : null;
    const held = known?.contenders[place];
    return html`<lab-panel
      .detector=${name}
      .picture=${subject?.picture ?? null}
      .classes=${CLASSES}
      .card=${held?.name === name ? held.card : null}
      .milliseconds=${said ? seen?.found[place].milliseconds : null}
      .looking=${view.looking}
      .truths=${truths}
      .outlined=${values.truth}
      .labelled=${values.labels}
      .asked=${asked === null || view.own ? null : (truths?.[asked] ?? null)}
      .named=${view.hovered ?? asked}
      .standing=${view.own ? null : editing.standing}
      .boxes=${boxes}
      ?draws=${view.own?.draws}
      .selected=${(view.own ?? editing).selected}
      ?keys=${place === 0}
      .marks=${said?.marks ?? NONE}
    ></lab-panel>`;
  });
}

/** What the detectors say of the objects, where it is known what is there. */
export function questionsPart(view: LabView): TemplateResult | typeof nothing {
  const { truths, testimonies } = view;
  if (!truths || testimonies.length === 0) return nothing;
  return questions({ ...view, truths, all: testimonies });
}

/** More about single objects. */
export function objectsPart(view: LabView): TemplateResult | typeof nothing {
  if (!view.truths) return nothing;
  return html`${whyPart(view)} ${view.own ? nothing : varyPart(view)}`;
}

/** Why each detector found or missed an object. It stands there without boxes, too: what was opened stays open. */
function whyPart(view: LabView): TemplateResult {
  return opening(
    words.why,
    { view, part: 'why' },
    () => import('./why/why-missed.ts'),
    html`<why-missed .contenders=${view.seen?.contenders ?? NONE} .picture=${view.subject!.picture} .truths=${view.truths}
      .asked=${view.asked} .threshold=${view.values.threshold}
      @ask=${({ detail }: CustomEvent<number | null>) => view.ask(detail)}></why-missed>`,
  );
}

/** One object at many lengths and places. */
function varyPart(view: LabView): TemplateResult {
  const { selected, edits, standing } = view.editing;
  return opening(
    vary.title,
    { view, part: 'vary' },
    () => import('./vary/vary-object.ts'),
    html`<vary-object .contenders=${view.rested?.contenders ?? NONE} .scene=${sceneOf(view.values)} .edits=${edits}
      .standing=${standing} .asked=${standing.findIndex(({ id }) => id === selected)} .threshold=${view.values.threshold}
      ?resting=${view.resting} @handle=${view.handle}
      @ask=${({ detail }: CustomEvent<number | null>) => view.editing.select(standing[detail ?? -1]?.id ?? null)}></vary-object>`,
  );
}

/** Scenes to begin with. */
export function galleryPart(view: LabView): TemplateResult {
  return opening(
    gallery.title,
    { view, part: 'gallery' },
    () => import('./gallery/scene-gallery.ts'),
    view.opened.has('gallery')
      ? html`<scene-gallery @piece=${({ detail }: CustomEvent<PieceSettings>) => view.begin(detail)}></scene-gallery>`
      : nothing,
  );
}

/** The detectors on scene after scene. */
export function measurePart({ rested, values }: LabView): TemplateResult {
  return html`<lazy-part class="score" .code=${() => import('./measure/measure-scenes.ts')} ?wanted=${rested !== null}>
    <measure-scenes .contenders=${rested?.contenders ?? null} .scene=${sceneOf(values)}></measure-scenes>
  </lazy-part>`;
}
