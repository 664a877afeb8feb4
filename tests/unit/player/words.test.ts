// The player around a figure in a language that exists nowhere: it says nothing of its own in ours.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFor, readState } from '#components/figure/address.ts';
import { readEmbedOptions } from '#components/figure/embed-options.ts';
import { explorer } from '#components/figure/figure-explorer.ts';
import { settings } from '#components/figure/settings.ts';
import { stage } from '#components/figure/stage.ts';
import type { Shared } from '#components/figure/state.ts';
import { PANELS, type PlayerActions, type PlayerState } from '#components/figure/state.ts';
import { transport } from '#components/figure/transport.ts';
import { sentenceOf } from '#components/kit/faults.ts';
import { CodeError } from '#components/kit/load-code.ts';
import { cells } from '#content/words/en/explore.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { frame } from '#content/words/en/frame.ts';
import { kit } from '#content/words/en/kit.ts';
import { parameters } from '#content/words/en/parameters.ts';
import { figure as player } from '#content/words/en/player.ts';
import { speak, type Words } from '#content/words/spoken.ts';
import { type AnyFigure, type FigureDictionary, loadFigure } from '#lib/figures/index.ts';
import { left, translated } from '../figures/pseudo.ts';

const dictionary = Object.fromEntries(
  Object.entries(english).map(([name, load]) => [name, async () => translated(await load())]),
) as unknown as FigureDictionary;

const pageWords = Object.fromEntries(
  Object.entries({ figure: player, frame, cells, kit, parameters }).map(([area, words]) => [
    area,
    // A copy: the words themselves would ask for the language that is spoken.
    translated({ ...words }),
  ]),
) as Words;

const figures = await Promise.all(Object.keys(english).map((name) => loadFigure(name, dictionary)));

beforeAll(() => speak(pageWords));
afterAll(() => speak({}));

const NOTHING = new Proxy({}, { get: () => () => false });
const actions = NOTHING as PlayerActions;

function stateOf(figure: AnyFigure): PlayerState {
  const { values } = parseFor(figure, {});
  return {
    figure,
    tune: undefined,
    values,
    t: 0.5,
    playing: false,
    speed: 1,
    layout: 'wide',
    cells: undefined,
    highlight: undefined,
    exploring: true,
    grid: '',
    guess: undefined,
    opened: new Set(PANELS),
  };
}

/** Every text that a template puts between tags, and every attribute that is read out. */
function textsOf(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(textsOf);
  const { strings, values } = (part ?? {}) as { strings?: string[]; values?: unknown[] };
  if (!Array.isArray(strings) || !values) return [];
  let before = '';
  return values.flatMap((value, i) => {
    before += strings[i];
    const inTag = before.lastIndexOf('<') > before.lastIndexOf('>');
    const [, attribute] = /([\w.@?-]+)=$/.exec(strings[i]) ?? [];
    const said =
      !inTag ||
      /^(aria-(label|valuetext|description)|title|working|stopped)$/.test(attribute ?? '');
    return said || typeof value === 'object' ? textsOf(value) : [];
  });
}

it('the words are another language, and the test sees those that are not', () => {
  expect(player.play).toBe('Ｐｌａｙ');
  expect(
    left(
      textsOf({
        strings: ['<p title=', ' class=', '>', '</p>'],
        values: ['an a', 'no b', 'a car'],
      }),
    ),
  ).toEqual(['an a', 'a car']);
});

describe.each(figures)('no English is left around $name', (figure) => {
  it('in its controls', () => {
    const state = stateOf(figure);
    const all = { settings: true, picture: true, share: true, check: true };
    const shown = [
      transport(state, actions),
      transport({ ...state, playing: true }, actions),
      transport({ ...state, t: 1 }, actions),
      stage(state, actions, NOTHING as Parameters<typeof stage>[2]),
      explorer(state, actions),
      settings(state, actions, {} as Shared, all),
      settings(state, actions, 'https://example.org/', all),
    ];
    const texts = shown.flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(5);
    expect(left(texts)).toEqual([]);
  });
});

it('nor in what it answers to an address', () => {
  const names =
    /\b(?:kernel|stride|padding|step|at|theme|bg|scale|keys|lang|controls|motion|none|hide|transport|settings|share|check|description|speed|autoplay|loop|fit|page|contain|ffffff)\b/g;
  const said = [
    ...readEmbedOptions(
      new URLSearchParams(
        'theme=b&bg=q&scale=9&keys=2&lang=3&controls=4&motion=5&hide=x&speed=9&autoplay=p&fit=z',
      ),
    ).errors,
    ...readState(
      figures.find(({ name }) => name === 'reads')!,
      new URLSearchParams('kernel=99&stride=x&step=7&at=1'),
      '',
      {},
    ).errors,
  ];
  expect(said.length).toBeGreaterThan(9);
  const choices = /\b(?:system|light|dark|projector|all|steps|en)\b/g;
  expect(left(said.map((text) => text.replaceAll(names, '').replaceAll(choices, '')))).toEqual([]);
});

it('nor in the words for what did not come', () => {
  for (const code of ['slow', 'offline', 'missing', 'changed'] as const)
    expect(left([sentenceOf(new CodeError(code))])).toEqual([]);
});
