// Below the transport: presets, parameters, the reader's picture, cells, share, code.
import { html, nothing, type TemplateResult } from 'lit';
import { controls } from '#components/kit/controls.ts';
import { figure as words } from '#content/words/en/player.ts';
import type { AnyFigure, Picture } from '#lib/figures/index.ts';
import { explorer } from './explorer.ts';
import type { SpdFigure } from './player.ts';
import { sharedOf } from './sharing.ts';

export function settings(player: SpdFigure, figure: AnyFigure): TemplateResult {
  const { values, highlight } = player;
  return html`
    ${presets(player, figure)}
    ${controls(figure.parameters, values, (name, value) => player.set({ [name]: value }))}
    <div class="row">
      ${
        figure.takesPicture
          ? html`<spd-own-picture
              @picture=${(e: CustomEvent<Picture | null>) => {
                player.picture = e.detail ?? undefined;
              }}
            ></spd-own-picture>`
          : nothing
      }
      ${figure.grids ? explorer(player) : nothing}
      <details class="share" @toggle=${() => import('./share.ts')}>
        <summary>${words.share}</summary>
        <spd-share .shared=${sharedOf(player, figure)}></spd-share>
      </details>
    </div>
    ${figure.code ? code(player, figure) : nothing}
    ${
      figure.describeCell
        ? html`<p class="cell" role="status">
            ${highlight ? figure.describeCell(values, highlight) : ''}
          </p>`
        : nothing
    }
  `;
}

function presets(player: SpdFigure, figure: AnyFigure): TemplateResult | typeof nothing {
  const all = figure.presets ?? [];
  if (all.length === 0) return nothing;
  return html`<div class="presets" role="group" aria-label=${words.variants}>
    ${all.map((preset) => {
      const chosen = Object.entries(preset.values).every(([name, v]) => player.values[name] === v);
      return html`<button aria-pressed=${chosen} @click=${() => player.set({ ...preset.values })}>
        ${preset.label}
      </button>`;
    })}
  </div>`;
}

/** What most readers never open is fetched when it is opened, as the share menu is. */
function code(player: SpdFigure, figure: AnyFigure): TemplateResult {
  const open = (event: Event) => {
    player.coding = (event.target as HTMLDetailsElement).open;
    import('./code-panel.ts');
  };
  return html`<details class="code" @toggle=${open}>
    <summary>${words.code}</summary>
    <spd-code .figure=${figure} .values=${player.values} .opened=${player.coding}></spd-code>
  </details>`;
}
