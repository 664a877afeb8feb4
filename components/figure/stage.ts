// The drawing itself, and what a pointer does to it.
import { html, nothing, type TemplateResult } from 'lit';
import '#components/kit/lazy-part.ts';
import { figure as words } from '#content/words/en/player.ts';
import { cellOf } from './drawing.ts';
import type { Pointer } from './pointer.ts';
import type { PlayerActions, PlayerState } from './state.ts';

const marksCode = () => import('./figure-marks.ts');

export function stage(
  state: PlayerState,
  actions: PlayerActions,
  pointer: Pointer,
): TemplateResult {
  const { figure, guess } = state;
  const dropped = (event: DragEvent) => drop(event, actions);
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
    @touchstart=${figure.grip && pointer.stay}
    @click=${(event: Event) => actions.pick(cellOf(event))}
    @dragover=${dropped}
    @dragleave=${dropped}
    @drop=${dropped}
  >
    <slot></slot>
    ${guess?.marks ? html`<lazy-part .code=${marksCode} wanted><figure-marks .state=${state} .marks=${guess.marks}></figure-marks></lazy-part>` : nothing}
  </div>
  ${guess && !guess.marks ? html`<p class="guess">${words.guess(guess.said)}</p>` : nothing}`;
}

/** A picture dropped on the drawing is as good as one chosen. */
function drop(event: DragEvent, actions: PlayerActions): void {
  if (!actions.takesFiles()) return;
  event.preventDefault();
  const place = event.currentTarget as HTMLElement;
  place.classList.toggle('over', event.type === 'dragover');
  const file = event.type === 'drop' ? event.dataTransfer?.files.item(0) : undefined;
  if (file) actions.giveFile(file);
}
