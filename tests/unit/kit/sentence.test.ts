import { expect, test } from 'vitest';
import { asSentence } from '#components/kit/sentence.ts';

test.each([
  ['the header is cut short', 'The header is cut short.'],
  ['yolov5p.json does not describe weights', 'yolov5p.json does not describe weights.'],
  ['“a.png” is empty!', '“a.png” is empty!'],
])('%s', (message, sentence) => {
  expect(asSentence(message)).toBe(sentence);
});
