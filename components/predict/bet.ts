// What all kinds of bets have in common. A kind is one file of kinds/: its control, its guess, how it is told and marked.
import type { Guess } from '#components/kit/figure-player.ts';

/** What came of a guess. */
export interface Told extends Guess {
  right: boolean;
  /** Which and why, as a sentence. */
  sentence: string;
}

/** One kind of bet. Everything but `control` and `answer` runs in the browser. */
export interface Kind<Spec, Value> {
  /** The control as HTML; written when the page is built, so that it stands there without JavaScript too. */
  control(spec: Spec, id: string): string;
  /** The right answer in a few words. */
  answer(spec: Spec): string;
  /** The right answer as HTML, where it is seen better than read; in the place of the words. */
  shown?(spec: Spec): string;
  /** The first change is the whole bet; else a button says that it is finished. */
  atOnce?: boolean;
  /** Makes the control work. It fires `change` when the reader has changed the guess. */
  start?(control: HTMLElement, spec: Spec): void;
  /** What is to be done first, where the button is pressed and nothing is guessed. */
  unset?: string;
  /** Undefined as long as nothing is guessed. */
  read(control: HTMLElement, spec: Spec): Value | undefined;
  /** Shows a guess; undefined for none. */
  put(control: HTMLElement, spec: Spec, value: Value | undefined): void;
  tell(spec: Spec, value: Value): Told;
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign]);
}

/** Lets listeners know that the reader has changed the guess. */
export function changed(control: HTMLElement): void {
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
