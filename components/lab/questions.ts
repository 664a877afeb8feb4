// What the lab says of the scene as a whole and of the object that is asked about.
import { html, type TemplateResult } from 'lit';
import { alarm as alarmWords } from '#content/words/en/alarm.ts';
import { lab as words } from '#content/words/en/lab.ts';
import type { Truth } from '#lib/detection/index.ts';
import { type Alarm, alarmTestimony } from './alarms.ts';
import { differences, type Testimony, testimony } from './ask.ts';

export interface Questions {
  truths: readonly Truth[];
  classes: readonly string[];
  all: readonly Testimony[];
  /** The number of the object that is asked about. */
  asked: number | null;
  ask: (number: number | null) => void;
  alarms: readonly Alarm[];
  alarm: Alarm | null;
  askAlarm: (alarm: Alarm) => void;
}

export function questions(about: Questions): TemplateResult {
  const { truths, classes, all, asked, ask, alarms, alarm } = about;
  const different = differences(truths, all);
  const next = () => ask(different.find((index) => index > (asked ?? -1)) ?? different[0] ?? null);
  const nextAlarm = () => {
    const following = alarms[(alarm ? alarms.indexOf(alarm) + 1 : 0) % alarms.length];
    if (following) about.askAlarm(following);
  };
  return html`<p class="question">
      <span>${words.differences(different.length)}</span>
      <button type="button" aria-disabled=${different.length === 0} @click=${next}>${words.nextDifference}</button>
      <span>${alarmWords.count(alarms.length)}</span>
      <button type="button" aria-disabled=${alarms.length === 0} @click=${nextAlarm}>${alarmWords.next}</button>
    </p>
    ${
      alarm
        ? alarmTestimony(alarm, truths, classes, all)
        : asked === null
          ? html`<p class="question">${words.askHint}</p>`
          : testimony(truths, asked, classes, all)
    }`;
}
