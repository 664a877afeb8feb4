// Every lab explains itself in one sentence, with three experiments to try; and what those say, the results bear out.
import { describe, expect, it } from 'vitest';
import { EXPERIMENTS as detected } from '#components/lab/experiments.ts';
import { STARTERS } from '#components/train/experiments.ts';
import { presetResults } from '#components/train/presets.ts';
import gallery from '#content/results/measured/gallery.json';
import { gallery as galleryWords } from '#content/words/en/gallery.ts';
import { lab } from '#content/words/en/lab.ts';
import { train } from '#content/words/en/train.ts';
import { tied } from '#lib/analysis/index.ts';
import { LABS } from '../../../site/labs.ts';

describe.each(LABS)('$name', ({ sentence, experiments }) => {
  it('has one sentence and three experiments, each with settings of its own', () => {
    expect(sentence).toMatch(/^[A-Z][^.?!]+\.$/);
    expect(experiments).toHaveLength(3);
    expect(new Set(experiments.map(({ query }) => query)).size).toBe(3);
    expect(new Set(experiments.map(({ title }) => title)).size).toBe(3);
  });
});

it('the experiments of the training are presets that came out ahead, level, and behind', () => {
  const results = presetResults();
  const outcomes = STARTERS.map(
    ({ name }) => results.find(({ preset }) => preset.name === name)!.verdict.ahead,
  );
  expect(outcomes).toEqual(['first', 'level', 'second']);
  expect(train.experiments).toHaveLength(3);
});

it('the experiments of the detection lab are set pieces, and the dark car can be lost', () => {
  const pieces = detected.map(({ seed }) => gallery.pieces.find((piece) => piece.seed === seed)!);
  expect(pieces.map(({ kind }) => galleryWords.kinds[kind])).toEqual(
    lab.experiments.map(({ title }) => title),
  );
  // Something is missed by one in the car park, and the dark car is found by both.
  expect(pieces[0].spd).not.toBe(pieces[0].rival);
  expect([pieces[1].spd, pieces[1].rival]).toEqual([1, 1]);
});

it('the gallery says of its last place that it was a tie', () => {
  const outcomes = ['spd', 'level', 'rival'] as const;
  const tie = tied(
    outcomes.map((outcome) => gallery.counts[outcome]),
    gallery.pieces.length,
  );
  expect(tie).toEqual({ winner: 0, loser: 2 });
  expect(galleryWords.tie(10, outcomes[tie!.winner], outcomes[tie!.loser])).toBe(
    'One of the 10 places was a tie: by these counts it is due to a scene on which the rival finds more as much as to one on which SPD finds more, and the latter has it.',
  );
});
