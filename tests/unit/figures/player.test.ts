import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readState,
  restOf,
  stateChanges,
  timeOfStep,
  withQuery,
} from '#components/figure/address.ts';
import { advance, nextStop, previousStop, stepAt } from '#components/figure/clock.ts';
import { readEmbedOptions } from '#components/figure/embed-options.ts';
import { posters } from '#components/figure/posters.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { allCases, valuesOf } from './harness.ts';

const stops = [0.25, 0.5, 1].map((t) => ({ t, label: String(t) }));
const pace = { stops, seconds: 4, speed: 1, dwell: 1 };

describe('the clock', () => {
  it('rests at every stop but the last, and then goes on', () => {
    expect(advance({ t: 0, rest: 0 }, 0.5, pace)).toEqual({ t: 0.125, rest: 0 });
    expect(advance({ t: 0, rest: 0 }, 1.5, pace)).toEqual({ t: 0.25, rest: 0.5 });
    expect(advance({ t: 0.25, rest: 0.5 }, 0.5, pace)).toEqual({ t: 0.25, rest: 0 });
    expect(advance({ t: 0, rest: 0 }, 100, pace)).toEqual({ t: 1, rest: 0 });
  });

  it('goes as far in many small steps as in one large', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.3, noNaN: true }), { maxLength: 40 }),
        (steps) => {
          const sum = steps.reduce((a, b) => a + b, 0);
          const small = steps.reduce((clock, step) => advance(clock, step, pace), {
            t: 0,
            rest: 0,
          });
          const large = advance({ t: 0, rest: 0 }, sum, pace);
          expect(small.t).toBeCloseTo(large.t, 9);
          expect(small.rest).toBeCloseTo(large.rest, 9);
        },
      ),
    );
  });

  it('finds the moments around', () => {
    expect(nextStop(stops, 0.25)?.t).toBe(0.5);
    expect(nextStop(stops, 1)).toBeUndefined();
    expect(previousStop(stops, 0.25)?.t).toBe(0);
    expect(previousStop(stops, 0)).toBeUndefined();
    expect([0, 0.25, 0.3, 1].map((t) => stepAt(stops, t))).toEqual([0, 1, -1, 3]);
  });
});

describe('the address', () => {
  it('gives every state back, and a link says nothing else', async () => {
    for (const { figure, values } of await allCases())
      for (const t of [0, figure.poster(values), figure.stops(values)[0].t, 0.333, 1]) {
        const base = valuesOf(figure);
        const page = new URL('http://notebook/?a.step=9&theme=dark#a');
        const link = new URL(withQuery(page, stateChanges(figure, { values, t }, 'a.', base)));
        expect([link.searchParams.get('theme'), link.hash]).toEqual([null, '#a']);
        const query = link.searchParams;
        const state = readState(figure, query, 'a.', {});
        expect(state.values).toEqual(values);
        expect(state.errors).toEqual([]);
        expect(state.t ?? figure.poster(values)).toBe(t);
      }
  });

  it('is empty for what the page itself shows', async () => {
    const figure = await loadFigure('reads', english);
    const values = valuesOf(figure, { kernel: 5 });
    const state = { values, t: figure.poster(values) };
    const changes = stateChanges(figure, state, '', values);
    expect(Object.keys(changes)).toEqual([...Object.keys(figure.parameters), 'step', 'at']);
    expect(Object.values(changes).every((value) => value === null)).toBe(true);
    expect(readState(figure, new URLSearchParams(), '', { kernel: '5' }).values).toEqual(values);
  });

  it('is empty for the moment that the page names, and names the most telling one beside it', async () => {
    const figure = await loadFigure('microscope', english);
    const values = valuesOf(figure);
    const said = (t: number) => stateChanges(figure, { values, t }, '', values, 2).step;
    expect(said(timeOfStep(figure, values, 2))).toBeNull();
    expect(said(figure.poster(values))).toBe('3');
    expect(restOf(figure, values, 2)).toBe(timeOfStep(figure, values, 2));
    expect(restOf(figure, values, Number.POSITIVE_INFINITY)).toBe(1);
  });

  it('clamps steps of messages', async () => {
    const figure = await loadFigure('reads', english);
    const values = valuesOf(figure);
    expect([-3, 0, 99].map((n) => timeOfStep(figure, values, n))).toEqual([0, 0, 1]);
  });

  it.each([
    ['', undefined, []],
    ['at=0.25', 0.25, []],
    ['at=7', 1, ['at is at most 1, not 7.']],
    ['at=', 0, ['at is a number, not “”; 0 is used.']],
    ['step=', 0, ['step is a number, not “”; 0 is used.']],
    ['step=0.4', 0, ['step is a whole number, not 0.4; 0 is used.']],
    ['step=-1', 0, ['step is at least 0, not -1.']],
    ['step=99', 1, [expect.stringMatching(/^step is at most \d+, not 99\.$/)]],
    ['step=0&at=0.5', 0, ['step and at are both given; step is used.']],
  ])('takes the moment of “%s” as %s, or says so', async (query, t, errors) => {
    const figure = await loadFigure('reads', english);
    const state = readState(figure, new URLSearchParams(query), '', {});
    expect(state.t).toBe(t);
    expect(state.errors).toEqual(errors);
  });
});

it('an embed page takes the language that it is asked for, or says which there are', () => {
  expect(readEmbedOptions({ lang: 'en' })).toMatchObject({ language: 'en', errors: [] });
  expect(readEmbedOptions({})).toMatchObject({ language: 'en', errors: [] });
  expect(readEmbedOptions({ lang: 'tlh' })).toMatchObject({
    language: 'en',
    errors: ['lang is one of en, not “tlh”.'],
  });
});

describe('posters', () => {
  it('are two layouts with a text alternative', async () => {
    const { markup, description } = await posters('reads', { kernel: '5' }, 'id');
    expect(markup.match(/<svg /g)).toHaveLength(2);
    expect(markup).toContain('aria-describedby="id"');
    expect(description).toContain('5 × 5 window');
  });

  it('stop the build where a parameter is wrong', async () => {
    await expect(posters('reads', { kernel: 'x' }, 'id')).rejects.toThrow(
      'figure reads: kernel is a number',
    );
  });
});
