// What stands in a player: what is waited for while its figure comes, then the figure with all that is around it.
import { html, type TemplateResult } from 'lit';
import type { Answer } from '#components/kit/answer.ts';
import '#components/kit/answer-status.ts';
import { kit } from '#content/words/en/kit.ts';
import { figure as words } from '#content/words/en/player.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import type { Below } from './below.ts';
import type { Drawn } from './drawn.ts';
import type { PlayerOptions } from './options.ts';
import type { Pointer } from './pointer.ts';
import { stage } from './stage.ts';
import type { PlayerActions, PlayerState, Shared } from './state.ts';

/** Of a figure that is there. */
export interface Viewed {
  readonly state: PlayerState;
  readonly actions: PlayerActions;
  readonly pointer: Pointer;
  readonly drawn: Drawn;
  readonly shared: Shared | string;
  readonly options: PlayerOptions;
  readonly below: Below;
  /** One sentence for each thing that could not be taken as it was given. */
  readonly errors: readonly string[];
  press(event: KeyboardEvent): void;
}

/** Before the figure is there its poster stands alone. */
export function coming(arrival: Answer<AnyFigure>): TemplateResult {
  return html`<slot></slot><slot name="caption"></slot>
    <answer-status .answer=${arrival} working=${kit.code.loading} .failed=${words.failed} endless></answer-status>`;
}

export function view(viewed: Viewed): TemplateResult {
  const { state, actions, pointer, drawn, shared, options, below, errors, press } = viewed;
  return html`<div class="player" @keydown=${press}>
    ${stage(state, actions, pointer)}
    <slot name="caption"></slot>
    <div class="below">${below(state, actions, shared, options)}</div>
    <answer-status .answer=${drawn.asked} working=${kit.code.loading} endless></answer-status>
    <p class="error" role="status">${errors.join(' ')}</p>
  </div>`;
}
