import { parse } from '#components/kit/parse.ts';
import { frame as words } from '#content/words/en/frame.ts';
import { type Language, languages } from '#content/words/languages.ts';
import type { Declaration, Source } from '#lib/parameters/index.ts';
import { PARTS, type Part, type PlayerOptions } from './options.ts';

const option = (value: string) => ({ value, label: value });

/** What an embed page's address may ask for beside the figure's parameters: `?theme=dark&bg=fff&fit=page&keys=off&lang=en`. */
export const embedDeclaration = {
  theme: {
    kind: 'choice',
    label: words.theme,
    default: 'system',
    options: ['system', 'light', 'dark', 'projector'].map(option),
  },
  layout: {
    kind: 'choice',
    label: words.layout,
    default: 'theme',
    options: ['theme', 'projector'].map(option),
  },
  bg: { kind: 'text', label: words.ground, default: '', maxLength: 60 },
  fit: {
    kind: 'choice',
    label: words.fit,
    default: 'contain',
    options: ['contain', 'page'].map(option),
  },
  scale: { kind: 'number', label: words.scale, default: 1, min: 0.5, max: 3 },
  controls: {
    kind: 'choice',
    label: words.controls,
    default: 'all',
    options: ['all', 'steps', 'none'].map(option),
  },
  hide: { kind: 'text', label: words.hide, default: '', maxLength: 80 },
  keys: { kind: 'boolean', label: words.keys, default: true },
  autoplay: { kind: 'boolean', label: words.autoplay, default: false },
  loop: { kind: 'boolean', label: words.loop, default: false },
  speed: { kind: 'number', label: words.speed, default: 1, min: 0.25, max: 4 },
  motion: { kind: 'boolean', label: words.motion, default: true },
  lang: {
    kind: 'choice',
    label: words.language,
    default: 'en',
    options: languages.map(option),
  },
} as const satisfies Declaration;

export interface EmbedOptions extends PlayerOptions {
  theme: 'light' | 'dark' | 'projector' | 'system';
  /** That of the theme, or the one for the last row whatever the colours. */
  layout: 'theme' | 'projector';
  /** The page's ground as a CSS colour, undefined for the theme's own. */
  ground: string | undefined;
  /** Of type and controls, 0.5 to 3. */
  scale: number;
  /** With keys=off the figure leaves every key to the slide deck around it. */
  keys: boolean;
  /** Of the words inside the figure. */
  language: Language;
  /** One sentence for each option that could not be taken as it was given. */
  errors: string[];
}

const HEX = /^#?(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/**
 * Reads them: `bg` is "none", a hex colour with or without its #, or a colour that CSS knows by name.
 *
 * @param knows whether CSS knows a colour by this name
 */
export function readEmbedOptions(
  query: Source,
  knows: (name: string) => boolean = () => false,
): EmbedOptions {
  const { values, errors } = parse(embedDeclaration, query);
  const bg = values.bg.trim();
  const given = query instanceof URLSearchParams ? query.has('bg') : 'bg' in query;
  const ground = groundOf(bg, knows);
  if (given && ground === undefined) errors.push(words.noColour(bg));
  const { hidden, unknown } = hiddenOf(values.hide);
  if (unknown.length > 0) errors.push(words.noPart(unknown.join(', '), PARTS.join(', ')));
  return {
    theme: values.theme as EmbedOptions['theme'],
    layout: values.layout as EmbedOptions['layout'],
    contain: values.fit === 'contain',
    hidden,
    ground,
    scale: values.scale,
    show: values.controls as EmbedOptions['show'],
    keys: values.keys,
    autoplay: values.autoplay,
    loop: values.loop,
    speed: values.speed,
    still: !values.motion,
    language: values.lang as Language,
    errors,
  };
}

function hiddenOf(hide: string): { hidden: Set<Part>; unknown: string[] } {
  const names = hide.split(/[\s,]+/).filter((name) => name !== '');
  const isPart = (name: string): name is Part => PARTS.some((part) => part === name);
  return { hidden: new Set(names.filter(isPart)), unknown: names.filter((name) => !isPart(name)) };
}

function groundOf(bg: string, knows: (name: string) => boolean): string | undefined {
  if (bg.toLowerCase() === 'none') return 'transparent';
  if (HEX.test(bg)) return `#${bg.replace('#', '')}`;
  return /^[a-z]+$/i.test(bg) && knows(bg) ? bg : undefined;
}

/** Whether this browser's CSS knows a colour by this name. */
export const isColour = (name: string): boolean => CSS.supports('color', name);

/** Reads the options and applies those that concern the page: theme, ground, fit, scale. */
export function embedOptions(query: URLSearchParams): EmbedOptions {
  const options = readEmbedOptions(query, isColour);
  const root = document.documentElement;
  if (options.theme !== 'system') root.dataset.theme = options.theme;
  root.toggleAttribute('data-dressed', options.theme !== 'system');
  root.dataset.layout = options.layout;
  root.dataset.fit = options.contain ? 'contain' : 'page';
  root.dataset.hidden = [...options.hidden].join(' ');
  if (options.ground) {
    root.style.background = options.ground;
    document.body.style.background = options.ground;
  }
  root.toggleAttribute('data-clear', options.ground === 'transparent');
  if (options.scale !== 1) root.style.setProperty('--scale', String(options.scale));
  return options;
}
