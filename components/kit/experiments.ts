// What to begin with: settings of a lab that are worth a try, each behind a button, with what to look for.
import { css, html, type TemplateResult } from 'lit';
import { kit as words } from '#content/words/en/kit.ts';

export interface ExperimentWords {
  title: string;
  look: string;
}

/** A button for each of the settings; `set` takes what is pressed. */
export function experiments<Settings>(
  settings: readonly Settings[],
  said: readonly ExperimentWords[],
  set: (settings: Settings) => void,
): TemplateResult {
  return html`<section class="experiments" aria-label=${words.experiments}>
    <p>${words.experiments}:</p>
    <ul>${settings.map(
      (each, i) => html`<li>
        <button type="button" @click=${() => set(each)}>${said[i].title}</button>
        <p>${said[i].look}</p>
      </li>`,
    )}</ul>
  </section>`;
}

export const experimentStyles = css`
  .experiments { margin-bottom: 1.75rem; }
  .experiments ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 1rem 2.5rem; }
  .experiments p { margin: 0 0 0.75rem; }
  .experiments li p { margin: 0.35rem 0 0; color: var(--ink-2); font-size: 0.875rem; }
  @media print { .experiments { display: none; } }
`;
