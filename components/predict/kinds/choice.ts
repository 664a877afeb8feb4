import type { Place } from '#components/kit/chart-place.ts';
import { predict as words } from '#content/words/en/predict.ts';
import { escaped, type Kind } from '../bet.ts';

export interface ChoiceSpec {
  kind: 'choice';
  options: string[];
  /** Place of the right option, from 0. */
  answer: number;
  /** What each option looks like: addresses of small pictures, in the order of the options, and where in them, per cent, what is asked about. */
  pictures?: { href: string; x: number; y: number }[];
  /** Where each option is marked in the charts that answer. */
  places?: Place[][] | undefined;
}

const inputs = (control: HTMLElement) => [
  ...control.querySelectorAll<HTMLInputElement>('input[type=radio]'),
];

/** One of several options, in words or as pictures. */
export const choice: Kind<ChoiceSpec, number> = {
  atOnce: true,
  control: ({ options, pictures }, id) =>
    options
      .map((option, i) => {
        const picture = pictures
          ? `<span class="scene"><img src="${escaped(pictures[i].href)}" alt="" width="272" height="272" loading="lazy" /><i class="corners" style="--x:${pictures[i].x}%;--y:${pictures[i].y}%"></i></span>`
          : '';
        return `<label><input type="radio" name="predict-${escaped(id)}" value="${i}" autocomplete="off" />${picture}<span>${escaped(option)}</span></label>`;
      })
      .join(''),
  answer: ({ options, answer }) => options[answer],
  read(control) {
    const chosen = inputs(control).findIndex((input) => input.checked);
    return chosen < 0 ? undefined : chosen;
  },
  put(control, _, value) {
    inputs(control).forEach((input, i) => {
      input.checked = i === value;
    });
  },
  tell({ options, answer, places }, value) {
    const right = value === answer;
    const said = options[value] ?? '';
    const sentence = right ? words.right : words.wrong(said);
    return { right, said, sentence, places: places?.[value] };
  },
};
