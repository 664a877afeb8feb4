// What the dialog of files lets its reader choose: the kind of file, and what matters for it.
import { html, nothing, type TemplateResult } from 'lit';
import { checkbox } from '#components/kit/checkbox.ts';
import { live } from '#components/kit/live.ts';
import { files as words } from '#content/words/en/figure-files.ts';
import { figure as player } from '#content/words/en/player.ts';
import type { Storyboard } from '#lib/export/index.ts';
import type { Theme } from '#lib/figures/kit/themes.ts';
import {
  canBeClear,
  EXTENTS,
  extentOf,
  FORMATS,
  type Format,
  fits,
  hasLetters,
  hasPixels,
  isFilm,
  LARGEST,
  pixelsOf,
} from './formats.ts';

export interface Choices {
  format: Format;
  theme: Theme;
  transparent: boolean;
  outlines: boolean;
  /** The sizes by format, as `extentOf` reads them. */
  extents: Record<Format, string>;
  /** Numbers of moments; one beyond the last means the last. */
  from: number;
  to: number;
  /** Times the normal speed. */
  speed: number;
  /** What this browser can't make. */
  unable: readonly Format[];
}

/** Takes what has changed. */
type Choose = (chosen: Partial<Choices>) => void;

const THEMES: readonly Theme[] = ['light', 'dark', 'projector'];
const GROUPS = [
  { name: 'still', formats: FORMATS.filter((format) => !isFilm(format)) },
  { name: 'film', formats: FORMATS.filter(isFilm) },
] as const;

/** A size of the reader's own: what it is called, what it begins with, and its ends, pixels. */
const OWN = 'own';
const OWN_START = '1080x1080';
const LEAST = 64;
const MOST = { width: 4096, height: 4096 };

export function choices(board: Storyboard, chosen: Choices, choose: Choose): TemplateResult {
  return html`${GROUPS.map(
    ({ name, formats }) => html`<fieldset class=${name}>
      <legend>${words.groups[name]}</legend>
      <div class="cards">${formats.map((format) => card(format, chosen, choose))}</div>
    </fieldset>`,
  )}
    <div class="options">
      ${isFilm(chosen.format) ? between(board, chosen, choose) : nothing} ${look(board, chosen, choose)}
    </div>`;
}

function card(format: Format, chosen: Choices, choose: Choose): TemplateResult {
  const { name, about } = words.formats[format];
  const unable = chosen.unable.includes(format);
  return html`<label class=${unable ? 'card unable' : 'card'}>
    <input
      type="radio"
      name="format"
      value=${format}
      ?disabled=${unable}
      .checked=${live(format === chosen.format)}
      @change=${() => choose({ format })}
    />
    <b>${name}</b><span>${unable ? words.unableHere : about}</span>
  </label>`;
}

/** What a film shows, and how fast. */
function between({ moments }: Storyboard, chosen: Choices, choose: Choose): TemplateResult {
  const options = moments.map(({ number, label }) => [String(number), label] as const);
  const last = moments.length - 1;
  const speeds = Object.entries(player.speeds).sort(([a], [b]) => Number(a) - Number(b));
  return html`${select(words.from, options, Math.min(chosen.from, last), (value) => choose({ from: Number(value) }))}
    ${select(words.to, options, Math.min(chosen.to, last), (value) => choose({ to: Number(value) }))}
    ${select(words.speed, speeds, chosen.speed, (value) => choose({ speed: Number(value) }))}`;
}

/** Colours, size and ground. */
function look(board: Storyboard, chosen: Choices, choose: Choose): TemplateResult {
  const { format, extents } = chosen;
  const themes = THEMES.map((theme) => [theme, words.themes[theme]] as const);
  const check = (name: 'transparent' | 'outlines') =>
    checkbox(words[name], chosen[name], (checked) => choose({ [name]: checked }));
  return html`${select(words.theme, themes, chosen.theme, (value) => choose({ theme: value as Theme }))}
    ${
      hasPixels(format)
        ? size(board, chosen, (extent) => choose({ extents: { ...extents, [format]: extent } }))
        : nothing
    }
    ${canBeClear(format) ? check('transparent') : nothing}
    ${hasLetters(format) ? check('outlines') : nothing}`;
}

/** One of those that are usual, or the reader's own: its width and height then. */
function size(
  board: Storyboard,
  { format, extents }: Choices,
  take: (extent: string) => void,
): TemplateResult {
  const extent = extents[format];
  const { width, height } = pixelsOf(extentOf(extent), board.size);
  const isOwn = !EXTENTS.includes(extent);
  const most = isFilm(format) ? LARGEST : MOST;
  const side = (label: string, name: 'width' | 'height', value: number) => html`<label
    ><span>${label}</span>
    <input
      type="number"
      inputmode="numeric"
      min=${LEAST}
      max=${most[name]}
      step="2"
      .value=${live(String(value))}
      @change=${({ target }: Event) => {
        const given = Math.round(Number((target as HTMLInputElement).value));
        const pixels = { width, height, [name]: Math.min(most[name], Math.max(LEAST, given)) };
        take(`${pixels.width}x${pixels.height}`);
      }}
    />
  </label>`;
  return html`${select(words.size, [...sizes(format, board), [OWN, words.ownSize]], isOwn ? OWN : extent, (value) => take(value === OWN ? OWN_START : value))}
    ${isOwn ? html`${side(words.width, 'width', width)} ${side(words.height, 'height', height)}` : nothing}`;
}

function sizes(format: Format, { size: drawing }: Storyboard): (readonly [string, string])[] {
  return EXTENTS.flatMap((key) => {
    const extent = extentOf(key);
    const pixels = pixelsOf(extent, drawing);
    if (isFilm(format) && !fits(pixels)) return [];
    const say = 'times' in extent ? words.asDrawing : words.wide;
    return [[key, say(pixels.width, pixels.height)] as const];
  });
}

function select(
  label: string,
  options: readonly (readonly [string, string])[],
  value: string | number,
  take: (value: string) => void,
): TemplateResult {
  return html`<label
    ><span>${label}</span>
    <select @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}>
      ${options.map(
        ([key, text]) =>
          html`<option value=${key} .selected=${live(key === String(value))}>${text}</option>`,
      )}
    </select>
  </label>`;
}
