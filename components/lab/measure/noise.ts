// Whether a difference is luck, in a sentence for the two best and in a table for every two.
import { html, type TemplateResult } from 'lit';
import { measure as words } from '#content/words/en/measure.ts';
import type { Difference, Luck } from '#lib/analysis/index.ts';
import { nameOf } from '../choices.ts';
import type { Measured } from './run.ts';

/** More scenes than this nobody waits for. */
const MOST_SCENES = 100_000;

export function noiseSentence(
  { of, against, value, interval, noise, scenes }: Difference,
  names: readonly string[],
): string {
  const [better, worse] = [nameOf(names[of]), nameOf(names[against])];
  const { low, high } = interval;
  if (!noise) return words.clear(better, worse, value, low, high);
  return words.noise(better, worse, value, low, high, scenes <= MOST_SCENES ? scenes : null);
}

export function noisePart({ names }: Measured, { differences }: Luck): TemplateResult {
  return html`<h3>${words.noiseTitle}</h3>
    <p class="answer" role="status">${differences[0] ? noiseSentence(differences[0], names) : ''}</p>
    ${
      differences.length > 1
        ? html`<details><summary>${words.others}</summary><ul>${differences.map(
            (each) => html`<li>${noiseSentence(each, names)}</li>`,
          )}</ul></details>`
        : ''
    }
    <p>${words.trainings}</p>`;
}
