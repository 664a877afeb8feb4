import { expect, test } from 'vitest';
import { isRevealed, newest } from '#components/passage/reached.ts';

test('of two moments in view the later one is read', () => {
  expect(newest(new Set([3, 4]))).toBe(4);
});

test.each([
  { from: 0, furthest: -1, open: [true, true], want: false, when: 'nothing is read yet' },
  { from: 1, furthest: 1, open: [true, true], want: true, when: 'no bet is asked for' },
  { from: 2, furthest: 1, open: [true, true, true], want: false, when: 'it comes later' },
  { from: 0, furthest: 1, open: [true, false], want: true, when: 'a bet further down is not made' },
  { from: 1, furthest: 2, open: [true, false, true], want: false, when: 'its bet is passed by' },
  { from: 2, furthest: 2, open: [true, false, true], want: true, when: 'another bet is passed by' },
])('what belongs to a moment is shown: $want where $when', ({ from, furthest, open, want }) => {
  expect(isRevealed(from, furthest, open)).toBe(want);
});
