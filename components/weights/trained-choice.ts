import { html, nothing, type TemplateResult } from 'lit';
import type { Training } from '#components/kit/trainings.ts';
import { trainings } from '#content/words/en/trainings.ts';
import { weights as words } from '#content/words/en/weights.ts';
import { TRAINED, trained } from './trained.ts';

/** The weights that the site has itself, by training. `take` is given the path of those that are chosen, or `none`. */
export function trainedChoice(loaded: string, take: (weights: string) => void): TemplateResult {
  const groups = Object.entries(trainings) as [Training, (typeof trainings)[Training]][];
  return html`<label class="control"><span>${words.trained}</span>
      <select name="trained" @change=${({ target }: Event) => take((target as HTMLSelectElement).value)}>
        <option value="none" ?selected=${!trained(loaded)}>${words.noneTrained}</option>
        ${groups.map(([name, { title }]) => {
          const offered = TRAINED.filter(({ training }) => training === name);
          if (offered.length === 0) return nothing;
          return html`<optgroup label=${title}>
            ${offered.map(
              ({ path, architecture }) =>
                html`<option value=${path} ?selected=${path === loaded}>${architecture}</option>`,
            )}
          </optgroup>`;
        })}
      </select></label>`;
}
