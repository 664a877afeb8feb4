// Below the transport: presets, parameters, the reader's picture, cells, share, code.
import { html, nothing, type TemplateResult } from 'lit';
import { controls } from '#components/kit/controls.ts';
import '#components/kit/lazy-part.ts';
import { figure as words } from '#content/words/en/player.ts';
import type { Picture } from '#lib/figures/index.ts';
import { explorer } from './explorer.ts';
import type { Shared } from './shared.ts';
import type { Panel, PlayerActions, PlayerState } from './state.ts';

// What most readers never open is fetched when it is opened.
const pictureCode = () => import('#components/kit/own-picture.ts');
const shareCode = () => import('./share.ts');
const codeCode = () => import('./code-panel.ts');

export function settings(
  state: PlayerState,
  actions: PlayerActions,
  shared: Shared,
): TemplateResult {
  const { figure, values, highlight } = state;
  return html`
    ${presets(state, actions)}
    ${controls(figure.parameters, values, (name, value) => actions.set({ [name]: value }))}
    <div class="row">
      ${figure.takesPicture ? picture(actions) : nothing}
      ${figure.grids ? explorer(state, actions) : nothing}
      ${panel(
        'share',
        words.share,
        { state, actions, fetch: shareCode },
        html`<spd-share .shared=${shared}></spd-share>`,
      )}
    </div>
    ${
      figure.code
        ? panel(
            'code',
            words.code,
            { state, actions, fetch: codeCode },
            html`<spd-code .figure=${figure} .values=${values} .opened=${state.opened.has('code')}></spd-code>`,
          )
        : nothing
    }
    ${
      figure.describeCell
        ? html`<p class="cell" role="status">
            ${highlight ? figure.describeCell(values, highlight) : ''}
          </p>`
        : nothing
    }
  `;
}

function presets({ figure, values }: PlayerState, actions: PlayerActions) {
  const all = figure.presets ?? [];
  if (all.length === 0) return nothing;
  return html`<div class="presets" role="group" aria-label=${words.variants}>
    ${all.map((preset) => {
      const chosen = Object.entries(preset.values).every(([name, v]) => values[name] === v);
      return html`<button aria-pressed=${chosen} @click=${() => actions.set({ ...preset.values })}>
        ${preset.label}
      </button>`;
    })}
  </div>`;
}

function picture(actions: PlayerActions): TemplateResult {
  return html`<lazy-part .code=${pictureCode} .wanted=${true}>
    <spd-own-picture
      @picture=${({ detail }: CustomEvent<Picture | null>) => actions.takePicture(detail ?? undefined)}
    ></spd-own-picture>
  </lazy-part>`;
}

/** Closed until the reader opens it. */
function panel(
  name: Panel,
  title: string,
  given: { state: PlayerState; actions: PlayerActions; fetch: () => Promise<unknown> },
  content: TemplateResult,
): TemplateResult {
  const { state, actions, fetch } = given;
  return html`<details
    class=${name}
    @toggle=${({ target }: Event) => actions.open(name, (target as HTMLDetailsElement).open)}
  >
    <summary>${title}</summary>
    <lazy-part .code=${fetch} .wanted=${state.opened.has(name)}>${content}</lazy-part>
  </details>`;
}
