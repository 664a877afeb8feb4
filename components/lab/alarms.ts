// Boxes that hit nothing, and the one of them that the reader asks about.
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Mark } from '#components/kit/marks.ts';
import type { Point } from '#components/kit/scene-view.ts';
import { alarm as words } from '#content/words/en/alarm.ts';
import { reasonOfAlarm } from '#lib/analysis/alarm.ts';
import { RIGHT_PLACE } from '#lib/analysis/why.ts';
import { fromMiddle, intersectionOverUnion, sizeOf, type Truth } from '#lib/detection/index.ts';
import { objectAt, type Testimony } from './ask.ts';
import { type DetectorName, nameOf } from './choices.ts';
import { keepingLast } from './last.ts';

/** A false alarm: the box, and whose it is. */
export interface Alarm {
  name: DetectorName;
  mark: Mark & { score: number };
}

/** All of them, detector by detector. */
export function alarmsOf(all: readonly Testimony[]): Alarm[] {
  return all.flatMap(({ name, marks }) =>
    marks.flatMap((mark) => {
      const { kind, score } = mark;
      return kind === 'false' && score !== undefined ? [{ name, mark: { ...mark, score } }] : [];
    }),
  );
}

/** The least overlap of two boxes that are the same one, after the picture has changed a little. */
const SAME = 0.5;

/** Which false alarm is asked about: it stays so while the picture changes a little, and is forgotten with the picture. */
export class ChosenAlarm {
  private readonly host: ReactiveControllerHost;
  private kept: Alarm | null = null;
  private readonly listed = keepingLast(alarmsOf);
  private readonly found = keepingLast(sameAmong);

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  choose(alarm: Alarm | null): void {
    this.kept = alarm;
    this.host.requestUpdate();
  }

  /**
   * All that there are, and the chosen one as it is now; null where it is gone. While nobody
   * has looked, it may come back.
   *
   * @param free whether no object is asked about
   */
  among(
    all: readonly Testimony[],
    free: boolean,
  ): { alarms: readonly Alarm[]; alarm: Alarm | null } {
    const alarms = this.listed(all);
    if (!free) return { alarms, alarm: null };
    return { alarms, alarm: all.length === 0 ? this.kept : this.found(alarms, this.kept) };
  }
}

function sameAmong(alarms: readonly Alarm[], kept: Alarm | null): Alarm | null {
  if (!kept) return null;
  const near = alarms
    .filter(({ name, mark }) => name === kept.name && mark.classIndex === kept.mark.classIndex)
    .map((alarm) => ({ alarm, overlap: intersectionOverUnion(alarm.mark, kept.mark) }))
    .sort((a, b) => b.overlap - a.overlap);
  return near[0] && near[0].overlap >= SAME ? near[0].alarm : null;
}

/** What a place in one detector's picture means: a box of its that hits nothing, or the number of an object. */
export function meantBy(
  place: Point,
  { truths, alarms }: { truths: readonly Truth[]; alarms: readonly Alarm[] },
): { alarm: Alarm } | { object: number | null } {
  const away = (box: Mark | Truth) => fromMiddle(box, place);
  const [alarm] = alarms
    .filter(({ mark }) => holds(mark, place))
    .sort((a, b) => away(a.mark) - away(b.mark));
  const object = objectAt(truths, place);
  if (!alarm) return { object };
  const truth = truths[object ?? -1];
  return truth && holds(truth, place) && away(truth) < away(alarm.mark) ? { object } : { alarm };
}

function holds({ x, y, width, height }: Mark | Truth, at: Point): boolean {
  return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
}

/** Why it counts as false, in a sentence. */
export function reasonSentence(
  { mark }: Alarm,
  truths: readonly Truth[],
  classes: readonly string[],
): string {
  const reason = reasonOfAlarm(mark, truths);
  const { reasons } = words;
  if (reason.kind === 'empty') return reasons.empty;
  const { classIndex } = truths[reason.truth];
  const kind = classes[classIndex];
  switch (reason.kind) {
    case 'second':
      return reasons.second(kind, reason.overlap);
    case 'class':
      return reasons.class(classes[mark.classIndex], kind, reason.overlap);
    case 'overlap':
      return reasons.overlap(kind, reason.overlap, classIndex === mark.classIndex);
    case 'nothing':
      return reasons.nothing(kind, reason.overlap, reason.apart);
  }
}

/** The box, why it is false, and under it what every contender shows in its place. */
export function alarmTestimony(
  alarm: Alarm,
  truths: readonly Truth[],
  classes: readonly string[],
  all: readonly Testimony[],
): TemplateResult {
  const { name, mark } = alarm;
  const shown = (each: Testimony): string => {
    if (each.name === name) return words.mine;
    const there = each.marks.find(
      ({ score, ...box }) => score !== undefined && intersectionOverUnion(box, mark) >= RIGHT_PLACE,
    );
    return there ? words.shows(classes[there.classIndex], there.score!) : words.shown;
  };
  return html`<section class="asked" role="status">
    <h2>${words.title(nameOf(name), classes[mark.classIndex], sizeOf(mark), mark.score)}</h2>
    <p>${reasonSentence(alarm, truths, classes)}</p>
    <dl>${all.map((each) => html`<dt>${nameOf(each.name)}</dt><dd>${shown(each)}</dd>`)}</dl>
  </section>`;
}
