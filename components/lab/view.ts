import type { Truth } from '#lib/detection/index.ts';
import type { Value } from '#lib/parameters/index.ts';
import type { Alarm } from './alarms.ts';
import type { Testimony } from './ask.ts';
import type { Subjects } from './choices.ts';
import type { Editing } from './editing.ts';
import type { Sight, Subject } from './looking.ts';
import type { BoxHandled } from './own/boxes.ts';
import type { Drawing } from './own/drawing.ts';
import type { LabValues } from './parameters.ts';
import type { Handled } from './scene-handles.ts';

/** What the lab knows, and what a part of it may ask of the lab. */
export interface LabView {
  values: LabValues;
  subject: Subject | undefined;
  /** The truths of a scene, or those that the reader drew on a picture of their own; null where there are none. */
  truths: Truth[] | null;
  /** What the detectors that are chosen can find. */
  classes: readonly string[];
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
  /** The boxes that hit nothing, and the one of them that is asked about. */
  alarms: readonly Alarm[];
  alarm: Alarm | null;
  /** The boxes on the reader's own picture; null where a scene is looked at. */
  own: Drawing | null;
  /** What could not be taken as it was given. */
  errors: readonly string[];
  opened: ReadonlySet<string>;
  open: (part: string) => void;
  change: (name: string, value: Value) => void;
  /** Those are compared from now on who were trained on such pictures. */
  gather: (subjects: Subjects) => void;
  look: () => void;
  /** Begins anew: every setting as it was at first, but for these. */
  begin: (settings?: Partial<LabValues>) => void;
  ask: (number: number | null) => void;
  askAlarm: (alarm: Alarm) => void;
  /** An object of the scene was handled, or a box on a picture. */
  handle: (handled: Handled) => void;
  box: (handled: BoxHandled) => void;
  /** The object under the pointer, or with the focus. */
  name: (id: string | null) => void;
}
