import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Debut } from '#components/figure/debut.ts';

let reduced = false;
let ready = true;
let played = 0;
/** What waits for the next frame. */
let waiting: (() => void)[] = [];
const frame = () => {
  for (const act of waiting.splice(0)) act();
};

const debut = () =>
  new Debut({
    ready: () => ready,
    play: () => {
      played += 1;
    },
  });

beforeEach(() => {
  [reduced, ready, played] = [false, true, 0];
  waiting = [];
  vi.stubGlobal('matchMedia', () => ({ matches: reduced }));
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => waiting.push(act));
});

afterEach(() => vi.unstubAllGlobals());

it('plays when it is seen, and once', () => {
  const figure = debut();
  figure.ask();
  expect([played, figure.due]).toEqual([0, true]);
  figure.sight(true);
  figure.sight(false);
  figure.sight(true);
  expect([played, figure.due]).toEqual([1, false]);
});

it('does not play unasked, nor once the reader has taken it in hand', () => {
  const figure = debut();
  figure.sight(true);
  figure.sight(false);
  figure.ask();
  figure.cancel();
  figure.sight(true);
  expect(played).toBe(0);
});

it('that is asked in sight plays where it stands once what was opened above it has moved it', () => {
  const figure = debut();
  figure.sight(true);
  figure.ask();
  frame();
  expect(played).toBe(0);
  frame();
  expect(played).toBe(1);
  figure.ask();
  frame();
  figure.sight(false);
  frame();
  expect([played, figure.due]).toEqual([1, true]);
  figure.sight(true);
  expect(played).toBe(2);
});

it('waits for its code and for the bet', () => {
  const figure = debut();
  ready = false;
  figure.sight(true);
  figure.ask();
  expect(played).toBe(0);
  ready = true;
  figure.attempt();
  expect(played).toBe(1);
});

it('where no motion is wanted it need not be seen', () => {
  reduced = true;
  const figure = debut();
  figure.ask();
  expect(played).toBe(1);
});
