// What is said about a method.
import { type Group, type Label, labels, textWidth } from '../kit/marks.ts';
import { colour } from '../kit/palette.ts';
import type { Layout } from './arrange.ts';
import { METHODS } from './methods.ts';
import { between, type Params, pixelsText, shown } from './model.ts';
import type { SmallObjectsWords } from './words.ts';

/** The words of the nearer method, fading in the middle of a change. */
export function drawText(
  group: Group,
  params: Params,
  t: number,
  { text, letter }: Layout,
  dictionary: SmallObjectsWords,
): void {
  const { drawing } = dictionary;
  const { u } = between(t);
  const method = shown(t);
  const opacity = Math.abs(2 * u - 1);
  const { name, who, does, helps, costs } = dictionary.methods[METHODS[method]];
  const out: Label[] = [
    { x: text.x, y: text.y, text: name, size: 18, weight: 600, opacity },
    { x: text.x, y: text.y + 21, text: who, size: 13, fill: colour.muted, opacity },
  ];
  const step = letter + 5;
  let y = text.y + 48;
  const paragraph = (title: string, words: string) => {
    if (title) {
      out.push({ x: text.x, y, text: title, size: 13, weight: 600, opacity });
      y += step;
    }
    for (const line of wrap(words, text.width, letter)) {
      out.push({ x: text.x, y, text: line, size: 13, opacity });
      y += step;
    }
    y += 8;
  };
  paragraph('', does);
  paragraph(drawing.helps, helps);
  paragraph(drawing.costs, costs);
  paragraph(drawing.pixels, pixelsText(dictionary, params, method));
  labels(group, out);
}

function wrap(text: string, width: number, size: number): string[] {
  const out: string[] = [''];
  for (const word of text.split(' ')) {
    const longer = out.at(-1) ? `${out.at(-1)} ${word}` : word;
    if (textWidth(longer, size) <= width) out[out.length - 1] = longer;
    else out.push(word);
  }
  return out;
}
