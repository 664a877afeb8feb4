// What every detector tells of what is asked about: a sentence, and the box that decides.
import { alarm as words } from '#content/words/en/alarm.ts';
import { type Candidate, explain, type SaidThere, saidAt } from '#lib/analysis/index.ts';
import type { Truth } from '#lib/detection/index.ts';
import { type Alarm, reasonSentence } from '../alarms.ts';
import type { Heard } from './asked.ts';
import { decisive } from './deeper.ts';
import { sentenceOf } from './sentence.ts';

export interface Told {
  sentence: string;
  /** Whose score the views ask about; undefined where there is none. */
  box: Candidate | undefined;
}

/** What is there, and from which score on a box is shown. */
export interface Setting {
  truths: readonly Truth[];
  classes: readonly string[];
  threshold: number;
}

/** Of an object, by its number: why it was found or missed. */
export function toldOfObject(heard: readonly Heard[], index: number, setting: Setting): Told[] {
  const { truths, classes, threshold } = setting;
  return heard.map(({ levels }) => {
    const explained = explain(levels, { truths, index, threshold });
    const { classIndex } = truths[index];
    return {
      sentence: sentenceOf(explained, classIndex, classes, threshold),
      box: decisive(explained),
    };
  });
}

/** Of a false alarm: why it is false, and what the others said there. */
export function toldOfAlarm(heard: readonly Heard[], alarm: Alarm, setting: Setting): Told[] {
  const { truths, classes, threshold } = setting;
  const { name, mark } = alarm;
  const kind = classes[mark.classIndex];
  return heard.map(({ contender, levels }): Told => {
    const said = saidAt(levels, mark, { truths, threshold });
    if (contender.name === name) {
      const sentence = words.says.self(kind, mark.score, reasonSentence(alarm, truths, classes));
      return { sentence, box: said.kind === 'same' ? said.box : undefined };
    }
    return { sentence: otherSentence(said, kind, classes, threshold), box: boxOf(said) };
  });
}

/** The best box of the class that is asked about. */
function boxOf(said: SaidThere): Candidate | undefined {
  if (said.kind === 'silent') return undefined;
  return said.kind === 'other' ? said.own : said.box;
}

function otherSentence(
  said: SaidThere,
  kind: string,
  classes: readonly string[],
  threshold: number,
): string {
  const { says } = words;
  switch (said.kind) {
    case 'same':
      return (said.hit < 0 ? says.same : says.right)(kind, said.box.score);
    case 'other':
      return says.other(kind, classes[said.box.classIndex], said.box.score, said.own?.score);
    case 'below':
      return says.below(kind, said.box.score, threshold);
    case 'suppressed':
      return says.suppressed(kind, said.box.score);
    case 'silent':
      return says.silent(kind);
  }
}
