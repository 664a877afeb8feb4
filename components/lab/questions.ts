// What the lab says of the scene as a whole and of the object that is asked about.
import { html, type TemplateResult } from 'lit';
import { lab as words } from '#content/words/en/lab.ts';
import type { Truth } from '#lib/detection/index.ts';
import { differences, type Testimony, testimony } from './ask.ts';

export interface Questions {
  truths: readonly Truth[];
  classes: readonly string[];
  all: readonly Testimony[];
  /** The number of the object that is asked about. */
  asked: number | null;
  ask: (number: number | null) => void;
}

export function questions({ truths, classes, all, asked, ask }: Questions): TemplateResult {
  const different = differences(truths, all);
  const next = () => ask(different.find((index) => index > (asked ?? -1)) ?? different[0] ?? null);
  return html`<p class="question">
      <span>${words.differences(different.length)}</span>
      <button type="button" aria-disabled=${different.length === 0} @click=${next}>${words.nextDifference}</button>
    </p>
    ${asked === null ? html`<p class="question">${words.askHint}</p>` : testimony(truths, asked, classes, all)}`;
}
