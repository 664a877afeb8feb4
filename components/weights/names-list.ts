import { html, nothing } from 'lit';
import { weights as words } from '#content/words/en/weights.ts';

/** So many names are listed: a browser takes minutes to lay out hundreds of thousands. */
const MOST_NAMES = 300;

/** Names behind a title, one a line; open where they are few. */
export function namesList(names: readonly string[], title: string) {
  if (names.length === 0) return nothing;
  const more = names.length - MOST_NAMES;
  return html`<details ?open=${names.length <= 12}>
    <summary>${title}</summary>
    <ul class="faults scroll" tabindex="0" role="list" aria-label=${title}>
      ${names.slice(0, MOST_NAMES).map((name) => html`<li>${name}</li>`)}
      ${more > 0 ? html`<li>${words.faultsMore(more)}</li>` : nothing}
    </ul>
  </details>`;
}
