// Play, step, scrub, speed.
import { html, svg, type TemplateResult } from 'lit';
import { figure as words } from '#content/words/en/player.ts';
import type { AnyFigure } from '#lib/figures/index.ts';
import { nextStop, previousStop } from './clock.ts';
import type { SpdFigure } from './player.ts';

const icons = {
  play: 'M3 1.5v13l11-6.5z',
  pause: 'M3 2h4v12H3zM9 2h4v12H9z',
  previous: 'M13 2v12L4.5 8zM2 2h2v12H2z',
  next: 'M3 2v12l8.5-6zM12 2h2v12h-2z',
};

function button(name: string, icon: string, act: () => void, disabled = false): TemplateResult {
  return html`<button class="icon" aria-label=${name} title=${name} ?disabled=${disabled} @click=${act}>
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${icon} /></svg>
  </button>`;
}

/** The player's own controls. */
export function transport(player: SpdFigure, figure: AnyFigure): TemplateResult {
  const { t, playing, speed, values } = player;
  const stops = figure.stops(values);
  const label = stops.findLast((stop) => stop.t <= t + 1e-6)?.label ?? words.start;
  return html`<div class="transport">
    ${
      playing
        ? button(words.pause, icons.pause, () => player.pause())
        : button(t >= 1 ? words.again : words.play, icons.play, () => player.play())
    }
    ${button(words.previous, icons.previous, () => player.step(-1), !previousStop(stops, t))}
    ${button(words.next, icons.next, () => player.step(1), !nextStop(stops, t))}
    <span class="scrub">
      <input
        type="range"
        min="0"
        max="1"
        step="0.001"
        .value=${String(t)}
        aria-label=${words.position}
        aria-valuetext=${label}
        @input=${(e: Event) => player.goTo(Number((e.target as HTMLInputElement).value))}
      />
      <svg class="ticks" viewBox="0 0 1000 5" preserveAspectRatio="none" width="100%" aria-hidden="true">
        ${stops.map((stop) => svg`<rect x=${stop.t * 1000 - 1.5} width="3" height="5" />`)}
      </svg>
    </span>
    <span class="moment">${label}</span>
    <select
      aria-label=${words.speed}
      @change=${(e: Event) => {
        player.speed = Number((e.target as HTMLSelectElement).value);
      }}
    >
      ${Object.entries(words.speeds)
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(
          ([value, name]) =>
            html`<option value=${value} ?selected=${Number(value) === speed}>${name}</option>`,
        )}
    </select>
  </div>`;
}
