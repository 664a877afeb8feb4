// What stands under the drawing of a figure in a frame: no page of the notebook fetches it.
import { html, nothing } from 'lit';
import { figure as words } from '#content/words/en/player.ts';
import { type Below, below, wanted } from './below.ts';
import { panel, parameters, sharing, told, tools } from './settings.ts';

const nothingToFetch = async () => {};

/** All in one row, for a frame that has no room for more; what is opened lies over the drawing. */
const bar: Below = (state, actions, shared, options) => {
  const { first, parts } = wanted(state, actions, options);
  // A row of nothing takes room all the same.
  if (first === nothing && !parts.settings && !parts.share) return html``;
  const all = html`${parameters(state, actions, () => true)} ${tools(state, actions, parts, undefined)}
    ${told(state)} ${parts.check ? html`<slot name="check"></slot>` : nothing}`;
  const opened = html`${
    parts.settings
      ? panel(
          'settings',
          words.settings,
          { state, actions, fetch: nothingToFetch, over: true },
          all,
        )
      : nothing
  }
  ${sharing(state, actions, parts.share ? shared : undefined)}`;
  return html`<div class="bar">${first} ${opened}</div>`;
};

/** One row where the drawing fills its frame, else as in a page. */
export const belowInFrame: Below = (state, actions, shared, options) =>
  (options.contain ? bar : below)(state, actions, shared, options);
