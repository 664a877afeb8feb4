import { number as words } from '#content/words/en/bets/number.ts';
import { predict } from '#content/words/en/predict.ts';
import { escaped, type Kind } from '../bet.ts';

export interface NumberSpec {
  kind: 'number';
  min: number;
  max: number;
  /** The line is logarithmic: each step of it multiplies. */
  log?: boolean;
  /** Behind the number. */
  unit?: string;
  answer: number;
}

/** Steps along a logarithmic line. */
const STEPS = 200;
/** A guess counts as right within this much of the line's length: nobody drags to the very number. */
const NEAR = 0.04;
/** Where the line stands before it is moved, and what is said of it. */
const START = 0.5;
const UNSET = '?';

/** Place on the line, 0 to 1. */
function placeOf({ min, max, log }: NumberSpec, value: number): number {
  return log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
}

function valueAt({ min, max, log }: NumberSpec, place: number): number {
  return Math.round(log ? min * (max / min) ** place : min + place * (max - min));
}

const line = (control: HTMLElement) =>
  control.querySelector<HTMLInputElement>('input[type=range]')!;

function show(control: HTMLElement, spec: NumberSpec): void {
  const input = line(control);
  const text = said(spec, valueAt(spec, Number(input.value)));
  input.setAttribute('aria-valuetext', text);
  control.querySelector('.set')!.textContent = input.dataset.moved === undefined ? UNSET : text;
}

function said({ unit }: NumberSpec, value: number): string {
  return `${value.toLocaleString('en')}${unit ? ` ${unit}` : ''}`;
}

/** A number on a line. The right one is marked on it once the bet is made. */
export const number: Kind<NumberSpec, number> = {
  control(spec, id) {
    const { min, max, log, answer } = spec;
    const step = log ? 1 / STEPS : 1 / (max - min);
    const marks = log
      ? Array.from({ length: Math.floor(Math.log10(max / min)) + 1 }, (_, i) => min * 10 ** i)
      : [min, Math.round((min + max) / 2), max];
    const tick = (value: number, kind: string) =>
      `<i class="${kind}" style="--at: ${placeOf(spec, value).toFixed(4)}">${value.toLocaleString('en')}</i>`;
    return `<div class="line"><output class="set" for="line-${escaped(id)}">${UNSET}</output>
<div class="track"><input type="range" id="line-${escaped(id)}" aria-label="${escaped(words.line)}" aria-valuetext="${escaped(said(spec, valueAt(spec, START)))}" min="0" max="1" step="${step}" value="${START}" autocomplete="off" />
${marks.map((value) => tick(value, 'tick')).join('')}${tick(answer, 'truth')}</div></div>`;
  },
  answer: (spec) => said(spec, spec.answer),
  // What it says of its start stands in the page: the first number that a browser sets apart in thousands costs it some
  // fifty milliseconds.
  start(control, spec) {
    const input = line(control);
    const move = () => {
      input.dataset.moved = '';
      show(control, spec);
    };
    input.addEventListener('input', move);
    input.addEventListener('change', move);
    // Where it stands may be the guess.
    input.addEventListener('click', move);
  },
  unset: words.unset,
  read(control, spec) {
    const input = line(control);
    return input.dataset.moved === undefined ? undefined : valueAt(spec, Number(input.value));
  },
  put(control, spec, value) {
    const input = line(control);
    input.value = String(value === undefined ? START : placeOf(spec, value));
    if (value === undefined) delete input.dataset.moved;
    else input.dataset.moved = '';
    show(control, spec);
  },
  tell(spec, value) {
    const away = Math.abs(placeOf(spec, value) - placeOf(spec, spec.answer));
    const right = value === spec.answer || (spec.log === true && away < NEAR);
    const guess = said(spec, value);
    return {
      right,
      said: guess,
      sentence: right ? predict.right : words.told(guess, said(spec, spec.answer)),
    };
  },
};
