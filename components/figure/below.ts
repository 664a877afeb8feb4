// What stands under the drawing of a figure in a page; in a frame it may be a bar (bar.ts).
import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerOptions } from './options.ts';
import { type Parts, settings } from './settings.ts';
import type { PlayerActions, PlayerState, Shared } from './state.ts';
import { transport } from './transport.ts';

/** Draws what stands under the drawing. */
export type Below = (
  state: PlayerState,
  actions: PlayerActions,
  shared: Shared | string,
  options: PlayerOptions,
) => TemplateResult;

/** Of the controls those that are wanted, and the transport where it is. */
export function wanted(
  state: PlayerState,
  actions: PlayerActions,
  { show, hidden }: PlayerOptions,
): { first: TemplateResult | typeof nothing; parts: Parts } {
  const all = show === 'all';
  const parts = {
    settings: all && !hidden.has('settings'),
    picture: !hidden.has('picture'),
    share: all && !hidden.has('share'),
    check: all && !hidden.has('check'),
  };
  const first = show !== 'none' && !hidden.has('transport') ? transport(state, actions) : nothing;
  return { first, parts };
}

/** One below the other. */
export const below: Below = (state, actions, shared, options) => {
  const { first, parts } = wanted(state, actions, options);
  return html`${first} ${settings(state, actions, shared, parts)}
    ${parts.check ? html`<slot name="check"></slot>` : nothing}`;
};
