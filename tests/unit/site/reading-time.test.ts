import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { minutesOf } from '../../../site/reading-time.ts';

const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ');

test('words take their time, and programs, formulas and tags are no words', () => {
  expect(minutesOf(words(2200))).toBe(10);
  expect(minutesOf(`${words(2200)}\n\`\`\`js\n${words(900)}\n\`\`\`\n$$\n${words(900)}\n$$`)).toBe(
    10,
  );
  expect(minutesOf(`<Term id="${words(900)}" />`)).toBe(1);
});

test('figures and questions stop a reader', () => {
  expect(minutesOf(`${words(220)}\n${'<Figure name="reads" />\n'.repeat(4)}`)).toBe(4);
  expect(minutesOf(`${words(220)}\n${'<Predict id="a" />\n'.repeat(10)}`)).toBe(4);
});

test('the main line can be read in less than an hour, and no chapter of it takes a quarter of one', () => {
  const folder = 'content/chapters';
  const main = readdirSync(folder)
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .filter((text) => /^part: main$/m.test(text))
    .map((text) => minutesOf(text.replace(/^---[\s\S]*?\n---\n/, '')));
  expect(main).toHaveLength(6);
  expect(main.reduce((sum, minutes) => sum + minutes, 0)).toBeLessThan(60);
  expect(Math.max(...main)).toBeLessThan(15);
});
