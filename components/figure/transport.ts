// Play, step, scrub, speed.
import { html, svg, type TemplateResult } from 'lit';
import { live } from '#components/kit/live.ts';
import { figure as words } from '#content/words/en/player.ts';
import { nextStop, previousStop } from './clock.ts';
import type { PlayerActions, PlayerState } from './state.ts';

const icons = {
  play: 'M3 1.5v13l11-6.5z',
  pause: 'M3 2h4v12H3zM9 2h4v12H9z',
  previous: 'M13 2v12L4.5 8zM2 2h2v12H2z',
  next: 'M3 2v12l8.5-6zM12 2h2v12h-2z',
};

/** A button that has nothing to do stays where the focus is: it says so, and does nothing. */
function button(name: string, icon: string, act: () => void, idle = false): TemplateResult {
  return html`<button class="icon" aria-label=${name} title=${name} aria-disabled=${idle} @click=${act}>
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${icon} /></svg>
  </button>`;
}

/** The player's own controls. */
export function transport(state: PlayerState, actions: PlayerActions): TemplateResult {
  const { figure, values, t, playing, speed } = state;
  const stops = figure.stops(values);
  const label = stops.findLast((stop) => stop.t <= t + 1e-6)?.label ?? words.start;
  return html`<div class="transport">
    ${
      playing
        ? button(words.pause, icons.pause, actions.pause)
        : button(t >= 1 ? words.again : words.play, icons.play, actions.play)
    }
    ${button(words.previous, icons.previous, () => actions.step(-1), !previousStop(stops, t))}
    ${button(words.next, icons.next, () => actions.step(1), !nextStop(stops, t))}
    <span class="scrub">
      <input
        type="range"
        min="0"
        max="1"
        step="0.001"
        .value=${live(String(t))}
        aria-label=${words.position}
        aria-valuetext=${label}
        @input=${(e: Event) => actions.goTo(Number((e.target as HTMLInputElement).value))}
      />
      <svg class="ticks" viewBox="0 0 1000 5" preserveAspectRatio="none" width="100%" aria-hidden="true">
        ${stops.map((stop) => svg`<rect x=${stop.t * 1000 - 1.5} width="3" height="5" />`)}
      </svg>
    </span>
    <span class="moment">${label}</span>
    <select
      aria-label=${words.speed}
      @change=${(e: Event) => actions.setSpeed(Number((e.target as HTMLSelectElement).value))}
    >
      ${Object.entries(words.speeds)
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(
          ([value, name]) =>
            html`<option value=${value} .selected=${live(Number(value) === speed)}>${name}</option>`,
        )}
    </select>
  </div>`;
}
