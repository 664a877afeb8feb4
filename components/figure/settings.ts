// Below the transport: presets, parameters, the reader's picture, cells, share, code.

import { html, nothing, type TemplateResult } from 'lit';
import { controls } from '#components/kit/controls.ts';
import type { Picture } from '#lib/files/index.ts';
import '#components/kit/lazy-part.ts';
import { figure as words } from '#content/words/en/player.ts';

import type { AnyValues } from '#lib/parameters/index.ts';
import type { Panel, PlayerActions, PlayerState, Shared } from './state.ts';

// What most readers never open is fetched when it is opened.
const pictureCode = () => import('#components/kit/own-picture.ts');
const explorerCode = () => import('./figure-explorer.ts');
const codeCode = () => import('#components/kit/code-panel.ts');

/** Which parts are wanted. */
export interface Parts {
  settings: boolean;
  /** The reader may put one of their own in. */
  picture: boolean;
  share: boolean;
  check: boolean;
}

/** What matters here stands open; where the page names that, all else waits behind "More". */
export function settings(
  state: PlayerState,
  actions: PlayerActions,
  shared: Shared | string,
  parts: Parts,
): TemplateResult {
  const { figure, tune } = state;
  if (!parts.settings) return sharing(state, actions, parts.share ? shared : undefined);
  const own = tune ?? ['presets', ...Object.keys(figure.parameters)];
  const rest = html`${tune ? parameters(state, actions, (name) => !own.includes(name)) : nothing}
    ${tools(state, actions, parts, parts.share ? shared : undefined)}`;
  return html`${parameters(state, actions, (name) => own.includes(name))}
    ${tune ? more(state, actions, rest) : rest}
    ${told(state)}`;
}

/** Presets and controls of the names that are wanted. */
export function parameters(
  state: PlayerState,
  actions: PlayerActions,
  wanted: (name: string) => boolean,
): TemplateResult {
  const { figure, values } = state;
  const chosen = Object.fromEntries(
    // A text comes with a link: there is nothing to type in.
    Object.entries(figure.parameters).filter(
      ([name, { kind }]) => wanted(name) && (kind !== 'text' || values[name] !== ''),
    ),
  );
  const some = Object.keys(chosen).length > 0;
  return html`${wanted('presets') ? presets(state, actions) : nothing}
    ${some ? controls(chosen, values, (name, value) => actions.set({ [name]: value })) : nothing}`;
}

function more({ opened }: PlayerState, actions: PlayerActions, content: TemplateResult) {
  return html`<details
    class="more"
    .open=${opened.has('more')}
    @toggle=${(event: Event) =>
      event.target === event.currentTarget &&
      actions.open('more', (event.target as HTMLDetailsElement).open)}
  >
    <summary>${words.more}</summary>
    <div>${content}</div>
  </details>`;
}

/** The reader's picture, cells, share, code. */
export function tools(
  state: PlayerState,
  actions: PlayerActions,
  parts: Parts,
  shared: Shared | string | undefined,
): TemplateResult {
  const { figure, values } = state;
  return html`<div class="row">
      ${figure.takesPicture && parts.picture ? picture(state, actions) : nothing}
      ${figure.cells ? late(state, explorerCode, html`<figure-explorer .state=${state} .actions=${actions}></figure-explorer>`) : nothing} ${sharing(state, actions, shared)}
    </div>
    ${
      figure.code
        ? panel(
            'code',
            words.code,
            { state, actions, fetch: codeCode },
            html`<spd-code .write=${(of: AnyValues) => figure.code?.(of) ?? []} .values=${values} .opened=${state.opened.has('code')}></spd-code>`,
          )
        : nothing
    }`;
}

export function sharing(
  state: PlayerState,
  actions: PlayerActions,
  shared: Shared | string | undefined,
) {
  if (!shared) return html``;
  if (typeof shared === 'string')
    return html`<a class="whole" href=${shared} target="_blank" rel="noopener">${words.whole}</a>`;
  const menu = html`<spd-share .shared=${shared}></spd-share>`;
  return panel('share', words.share, { state, actions, fetch: shared.menu, over: true }, menu);
}

/** The cell that is lit up, in words. */
export function told({ figure, cells, values, highlight, tune }: PlayerState) {
  if (!figure.cells || (tune && !highlight)) return nothing;
  return html`<p class="cell" role="status">
    ${highlight ? cells?.describe(values, highlight) : ''}
  </p>`;
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

function picture(state: PlayerState, actions: PlayerActions): TemplateResult {
  return late(
    state,
    pictureCode,
    html`<spd-own-picture
      .pastes=${false}
      @picture=${({ detail }: CustomEvent<Picture | null>) => actions.takePicture(detail ?? undefined)}
    ></spd-own-picture>`,
  );
}

/** A tool whose code comes when it is seen: behind "More" once that is open. */
function late(
  { tune, opened }: PlayerState,
  fetch: () => Promise<unknown>,
  tool: TemplateResult,
): TemplateResult {
  return html`<lazy-part .code=${fetch} .wanted=${!tune || opened.has('more')}>${tool}</lazy-part>`;
}

interface PanelGiven {
  state: PlayerState;
  actions: PlayerActions;
  fetch: () => Promise<unknown>;
  /** It lies over what is around it. */
  over?: boolean;
}

/** Closed until the reader opens it. */
export function panel(
  name: Panel,
  title: string,
  { state, actions, fetch, over = false }: PanelGiven,
  content: TemplateResult,
): TemplateResult {
  return html`<details
    class=${over ? `over ${name}` : name}
    .open=${state.opened.has(name)}
    @toggle=${({ target }: Event) => actions.open(name, (target as HTMLDetailsElement).open)}
  >
    <summary>${title}</summary>
    <lazy-part .code=${fetch} .wanted=${state.opened.has(name)}>${content}</lazy-part>
  </details>`;
}
