// What stands under the drawing.
import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerOptions } from './options.ts';
import { bar, settings } from './settings.ts';
import type { PlayerActions, PlayerState, Shared } from './state.ts';
import { transport } from './transport.ts';

/** Of the controls those that are wanted: in one row where the drawing fills its frame, else one below the other. */
export function below(
  state: PlayerState,
  actions: PlayerActions,
  shared: Shared | string,
  { show, hidden, contain }: PlayerOptions,
): TemplateResult {
  const all = show === 'all';
  const parts = {
    settings: all && !hidden.has('settings'),
    picture: !hidden.has('picture'),
    share: all && !hidden.has('share'),
    check: all && !hidden.has('check'),
  };
  const first = show !== 'none' && !hidden.has('transport') ? transport(state, actions) : nothing;
  if (contain) return bar(state, actions, shared, { first, parts });
  return html`${first} ${settings(state, actions, shared, parts)}
    ${parts.check ? html`<slot name="check"></slot>` : nothing}`;
}
