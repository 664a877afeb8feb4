// The drawing itself, and what a pointer does to it.
import { html, nothing, type TemplateResult } from 'lit';
import type { OwnPicture } from '#components/kit/own-picture.ts';
import { figure as words } from '#content/words/en/player.ts';
import { predict } from '#content/words/en/predict.ts';
import { cellOf } from './drawing.ts';
import { marked } from './marked.ts';
import type { Pointer } from './pointer.ts';
import type { PlayerActions, PlayerState } from './state.ts';

export function stage(
  state: PlayerState,
  actions: PlayerActions,
  pointer: Pointer,
): TemplateResult {
  const { figure, guess } = state;
  return html`<div
    class="stage"
    tabindex="0"
    role="group"
    aria-label=${words.stage(figure.title)}
    aria-description=${words.keys}
    @pointermove=${pointer.point}
    @pointerdown=${pointer.point}
    @pointerleave=${pointer.point}
    @pointerup=${pointer.letGo}
    @pointercancel=${pointer.letGo}
    @click=${(event: Event) => actions.pick(cellOf(event))}
    @dragover=${drop}
    @dragleave=${drop}
    @drop=${drop}
  >
    <slot></slot>
    ${guess?.marks ? marked(state, guess.marks) : nothing}
  </div>
  ${guess && !guess.marks ? html`<p class="guess">${predict.yours(guess.said)}</p>` : nothing}`;
}

/** A picture dropped on the drawing is as good as one chosen. */
function drop(event: DragEvent): void {
  const place = event.currentTarget as HTMLElement;
  const chooser = (place.getRootNode() as ShadowRoot).querySelector<OwnPicture>('spd-own-picture');
  if (!chooser?.take) return;
  event.preventDefault();
  place.classList.toggle('over', event.type === 'dragover');
  if (event.type === 'drop') void chooser.take(event.dataTransfer?.files.item(0) ?? null);
}
