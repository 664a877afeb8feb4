import { expect, test } from 'vitest';
import { newest, reached } from '#components/passage/reached.ts';

test('of two moments in view the later one is read', () => {
  expect(newest(new Set([3, 4]))).toBe(4);
});

test.each([
  { current: -1, open: [true, true], want: -1, when: 'nothing is read yet' },
  { current: 1, open: [true, true, true], want: 1, when: 'no bet is asked for' },
  { current: 2, open: [true, false, true], want: 0, when: 'a bet before was passed over' },
  { current: 1, open: [true, false, true], want: 0, when: 'the bet of this moment is not made' },
  { current: 1, open: [true, true, false], want: 1, when: 'a bet further down is not made' },
  { current: 0, open: [false], want: -1, when: 'the first bet is not made' },
])('a reader has come to $want when $when', ({ current, open, want }) => {
  expect(reached(current, open)).toBe(want);
});
