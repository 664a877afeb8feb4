// The parts of the lab around one sight: pure templates of what the lab knows and of what may be done.
import { html, nothing, type TemplateResult } from 'lit';
import { gallery } from '#content/words/en/gallery.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { vary } from '#content/words/en/vary.ts';
import type { Truth } from '#lib/detection/index.ts';
import type { Value } from '#lib/parameters/index.ts';
import { CLASSES } from '#lib/scenes/classes.ts';
import type { Testimony } from './ask.ts';
import { chosen } from './choices.ts';
import type { Editing } from './editing.ts';
import type { PieceSettings } from './gallery/scene-gallery.ts';
import type { Sight, Subject } from './looking.ts';
import { type LabValues, sceneOf } from './parameters.ts';
import type { Handled } from './scene-handles.ts';

/** One list that stays the same: another would be drawn anew. */
const NONE: never[] = [];

/** What the lab knows, and what a part of it may ask of the lab. */
export interface LabView {
  values: LabValues;
  subject: Subject | undefined;
  /** The truths of a scene; null of a reader's own picture. */
  truths: readonly Truth[] | null;
  /** What was found in what is shown. */
  seen: Sight | null;
  /** The last sight that stood still, whatever is shown. */
  rested: Sight | null;
  /** What is known of the detectors, be it of this picture or of another. */
  known: Sight | undefined;
  looking: boolean;
  resting: boolean;
  testimonies: readonly Testimony[];
  editing: Editing;
  /** The number of the object that is asked about, and of the one under the pointer. */
  asked: number | null;
  hovered: number | null;
  /** Whether a reader's own picture is looked at. */
  own: boolean;
  /** What could not be taken as it was given. */
  errors: readonly string[];
  opened: ReadonlySet<string>;
  open: (part: string) => void;
  change: (name: string, value: Value) => void;
  look: () => void;
  /** Begins anew: every setting as it was at first, but for these. */
  begin: (settings?: Partial<LabValues>) => void;
  ask: (number: number | null) => void;
  handle: (event: CustomEvent<Handled>) => void;
}

/** A panel for each of the contenders. */
export function panels(view: LabView): TemplateResult[] {
  const { values, subject, truths, seen, known, testimonies, editing, asked } = view;
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
      .asked=${asked === null ? null : (truths?.[asked] ?? null)}
      .named=${view.hovered ?? asked}
      .standing=${view.own ? null : editing.standing}
      .selected=${editing.selected}
      ?keys=${place === 0}
      .marks=${said?.marks ?? NONE}
    ></lab-panel>`;
  });
}

/** Why each detector found or missed an object. It stands there without boxes, too: what was opened stays open. */
export function whyPart(view: LabView): TemplateResult {
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
export function varyPart(view: LabView): TemplateResult {
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

/** A part that is fetched when it is first opened. */
function opening(
  name: string,
  { view, part }: { view: LabView; part: string },
  code: () => Promise<unknown>,
  content: TemplateResult | typeof nothing,
): TemplateResult {
  const toggled = ({ target }: Event) => {
    if ((target as HTMLDetailsElement).open) view.open(part);
  };
  return html`<details class="analysis" @toggle=${toggled}>
    <summary>${name}</summary>
    <lazy-part .code=${code} ?wanted=${view.opened.has(part)}>${content}</lazy-part>
  </details>`;
}
