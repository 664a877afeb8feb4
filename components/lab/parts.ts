// The parts of the lab around one sight: pure templates of what the lab knows and of what may be done.
import { html, nothing, type TemplateResult } from 'lit';
import { experiments } from '#components/kit/experiments.ts';
import type { Point } from '#components/kit/scene-view.ts';
import { gallery } from '#content/words/en/gallery.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { vary } from '#content/words/en/vary.ts';
import { type Alarm, meantBy } from './alarms.ts';
import {
  choices,
  chosen,
  isUnsure,
  knowScenes,
  type Subjects,
  sourceOf,
  subjectsOf,
} from './choices.ts';
import './edit-bar.ts';
import type { BarAction } from './edit-bar.ts';
import { EXPERIMENTS } from './experiments.ts';
import type { PieceSettings } from './gallery/scene-gallery.ts';
import type { LabPanel } from './lab-panel.ts';
import { opening } from './opening.ts';
import type { BoxHandled } from './own/boxes.ts';
import { heldBoxes } from './own/own-part.ts';
import { sceneOf } from './parameters.ts';
import { questions } from './questions.ts';
import type { Handled } from './scene-handles.ts';
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
  const names = chosen(view.values);
  const present = [...new Set(names.map(subjectsOf))];
  const said = present.map((subjects) => {
    const { note, own } = words.trained[subjects];
    return note(sourceOf(subjects)) || (view.own ? own : '');
  });
  return html`<div class="choose">
    <div class="bar" role="group" aria-label=${words.trainedTitle}><span>${words.trainedTitle}</span>
      ${(Object.keys(words.trained) as Subjects[]).map(
        (subjects) =>
          html`<button type="button" aria-pressed=${present.join() === subjects} @click=${() => view.gather(subjects)}>${words.trained[subjects].title}</button>`,
      )}
    </div>
    ${controlsOf(choices, view)}
    ${names.some(isUnsure) ? html`<p>${words.unsure}</p>` : nothing}
    ${said.filter(Boolean).map((text) => html`<p>${text}</p>`)}
  </div>`;
}

/** Whoever knows nothing that a scene has, is told. */
export function strangersPart({ own, values, classes }: LabView): TemplateResult | typeof nothing {
  if (own || knowScenes(chosen(values))) return nothing;
  return html`<p class="message">${words.strangers(classes)}</p>`;
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

/** All that looks at the picture, and what is done there by hand. */
export function stage(view: LabView): TemplateResult {
  return html`<div class="contenders" @handle=${({ detail }: CustomEvent<Handled>) => view.handle(detail)}
    @box=${({ detail }: CustomEvent<BoxHandled>) => view.box(detail)}
    @point=${(event: CustomEvent<Point>) => pointed(view, event)} @press=${(event: CustomEvent<Point>) => pointed(view, event)}
    @named=${({ detail }: CustomEvent<string | null>) => view.name(detail)}>
    ${panels(view)}
  </div>`;
}

/** A reader asks about what lies under the pointer: an object, or a box of that detector that hits nothing. */
function pointed(view: LabView, { detail, target, type }: CustomEvent<Point>): void {
  const { truths } = view;
  if (!truths) return;
  const { detector } = target as LabPanel;
  const alarms = view.alarms.filter(({ name }) => name === detector);
  const meant = meantBy(detail, { truths, alarms });
  if ('alarm' in meant) view.askAlarm(meant.alarm);
  // An object that was pressed is chosen already.
  else if (type === 'point') view.ask(meant.object);
}

/** A panel for each of the contenders. */
function panels(view: LabView): TemplateResult[] {
  const { values, subject, truths, classes, seen, known, testimonies, editing, asked } = view;
  const boxes = view.own && heldBoxes(view.own.seen);
  return chosen(values).map((name, place) => {
    const said = testimonies[place]?.name === name ? testimonies[place] : null;
    const held = known?.contenders[place];
    return html`<lab-panel
      .detector=${name}
      .picture=${subject?.picture ?? null}
      .classes=${classes}
      .card=${held?.name === name ? held.card : null}
      .price=${said ? seen?.found[place].price : null}
      .looking=${view.looking}
      .truths=${truths}
      .outlined=${values.truth}
      .labelled=${values.labels}
      .asked=${view.alarm?.mark ?? (asked === null || view.own ? null : (truths?.[asked] ?? null))}
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
      .classes=${view.classes} .asked=${view.alarm ?? view.asked} .alarms=${view.alarms} .threshold=${view.values.threshold}
      @ask=${({ detail }: CustomEvent<number | Alarm | null>) => (detail !== null && typeof detail === 'object' ? view.askAlarm(detail) : view.ask(detail))}></why-missed>`,
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
      ?resting=${view.resting} @handle=${({ detail }: CustomEvent<Handled>) => view.handle(detail)}
      @ask=${({ detail }: CustomEvent<number | null>) => view.editing.select(standing[detail ?? -1]?.id ?? null)}></vary-object>`,
  );
}

/** Scenes to begin with. */
export function experimentsPart(view: LabView): TemplateResult {
  return experiments(EXPERIMENTS, words.experiments, (given) => view.begin(given));
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
export function measurePart({ rested, values }: LabView): TemplateResult | typeof nothing {
  // Those who are there may still be others than those who are chosen.
  const names = [...chosen(values), ...(rested?.contenders.map(({ name }) => name) ?? [])];
  if (!names.every((name) => knowScenes([name]))) return nothing;
  return html`<lazy-part class="score" .code=${() => import('./measure/measure-scenes.ts')} ?wanted=${rested !== null}>
    <measure-scenes .contenders=${rested?.contenders ?? null} .scene=${sceneOf(values)}></measure-scenes>
  </lazy-part>`;
}
