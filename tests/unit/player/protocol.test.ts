import { describe, expect, it } from 'vitest';
import { momentOf } from '#components/figure/address.ts';
import { incoming, outgoing, readMessage } from '#components/figure/protocol.ts';
import { figures as english } from '#content/words/en/figures.ts';
import { protocolPage } from '#content/words/en/talks.ts';
import { loadFigure } from '#lib/figures/index.ts';
import { valuesOf } from '../figures/harness.ts';

describe('messages to a figure', () => {
  it.each([
    ['slide:start', { type: 'start' }],
    ['slide:stop', { type: 'stop' }],
    [{ type: 'spd:next' }, { type: 'next' }],
    [
      { type: 'spd:step', n: 2 },
      { type: 'goto', step: 2 },
    ],
    [
      { type: 'spd:goto', step: 99 },
      { type: 'goto', step: 99 },
    ],
    [
      { type: 'spd:goto', at: 0.5, more: 'is let be' },
      { type: 'goto', at: 0.5 },
    ],
    [
      { type: 'spd:set', params: { kernel: 5 } },
      { type: 'set', params: { kernel: 5 } },
    ],
  ])('%j is taken', (data, message) => expect(readMessage(data)).toEqual(message));

  it.each([
    [{ type: 'spd:html', html: '<b>' }, 'There is no message “spd:html”.'],
    [{ type: 'spd:__proto__' }, 'There is no message “spd:__proto__”.'],
    [{ type: `spd:${'x'.repeat(1e5)}` }, `There is no message “spd:${'x'.repeat(35)}…”.`],
    [{ type: 'spd:step' }, 'spd:step takes as “n” a finite number.'],
    [{ type: 'spd:step', n: '2' }, 'spd:step takes as “n” a finite number.'],
    [{ type: 'spd:step', n: Number.NaN }, 'spd:step takes as “n” a finite number.'],
    [{ type: 'spd:goto', at: Number.POSITIVE_INFINITY }, 'spd:goto takes as “at” a finite number.'],
    [{ type: 'spd:goto' }, 'spd:goto takes either “step” or “at”.'],
    [{ type: 'spd:goto', at: 0, step: 1 }, 'spd:goto takes either “step” or “at”.'],
    [{ type: 'spd:set', params: [1] }, 'spd:set takes as “params” an object.'],
    [{ type: 'spd:set' }, 'spd:set takes as “params” an object.'],
  ])('%j is answered', (data, error) =>
    expect(readMessage(data)).toEqual({ type: 'wrong', error }),
  );

  it.each(['slide:end', '{"method":"next"}', null, 3, {}, [], { type: 3 }, { type: 'resize' }])(
    '%j is somebody else’s',
    (data) => expect(readMessage(data)).toBeUndefined(),
  );

  it('moments are clamped by those that the figure has', async () => {
    const figure = await loadFigure('reads', english);
    const values = valuesOf(figure);
    const of = (given: object) => momentOf(figure, values, given);
    expect(of({ step: 1e308 })).toEqual({ t: 1, errors: [expect.stringContaining('at most')] });
    expect(of({ step: -1e308 })).toMatchObject({ t: 0 });
    expect(of({ at: 5e-324 }).errors).toEqual([]);
  });
});

it('the page for speakers says of every message and field what it means', () => {
  for (const [way, declared] of [
    ['incoming', incoming],
    ['outgoing', outgoing],
  ] as const) {
    expect(Object.keys(protocolPage[way])).toEqual(Object.keys(declared));
    for (const [type, fields] of Object.entries(declared)) {
      const said = protocolPage[way] as Record<string, { fields?: Record<string, string> }>;
      expect([type, Object.keys(said[type].fields ?? {})]).toEqual([type, Object.keys(fields)]);
    }
  }
});
