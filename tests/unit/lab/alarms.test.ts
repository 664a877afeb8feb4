import { describe, expect, it } from 'vitest';
import { marksOf } from '#components/kit/marks.ts';
import { alarmsOf, ChosenAlarm, meantBy, reasonSentence } from '#components/lab/alarms.ts';
import { alarm as words } from '#content/words/en/alarm.ts';

const truth = (x: number, classIndex = 0, y = 10) => ({ x, y, width: 8, height: 4, classIndex });
const found = (x: number, classIndex = 0, y = 10) => ({ ...truth(x, classIndex, y), score: 0.8 });
const truths = [truth(10), truth(40, 1)];
const said = (name: string, ...boxes: ReturnType<typeof found>[]) => ({
  name,
  marks: marksOf(boxes, truths),
});
const one = said('a', found(10), found(40, 0), found(70, 0, 60));
const other = said('b', found(14, 0, 12), found(90, 1, 90));
const alarms = alarmsOf([one, other]);

describe('false alarms', () => {
  it('are the boxes that hit nothing: neither what is found nor the wrong class in the right place', () => {
    expect(alarms.map(({ name, mark }) => [name, mark.x])).toEqual([
      ['a', 70],
      ['b', 14],
      ['b', 90],
    ]);
  });
  it('say why, each for its own reason', () => {
    const classes = ['car', 'bus'];
    const sentences = alarms.map((alarm) => reasonSentence(alarm, truths, classes));
    expect(sentences[0]).toMatch(/^Nothing is there\. The nearest object is a bus, /);
    expect(sentences[1]).toMatch(
      /^The nearest object is a car\. It overlaps it by 0\.\d\d \(IoU\)/,
    );
    expect(reasonSentence(alarms[0], [], classes)).toBe(words.reasons.empty);
    const second = { name: 'a', mark: { ...found(11), kind: 'false' as const } };
    expect(reasonSentence(second, truths, classes)).toContain('a second one counts as false');
    const wrong = { name: 'a', mark: { ...found(41), kind: 'false' as const } };
    expect(reasonSentence(wrong, truths, classes)).toContain('and says car');
  });
});

describe('what a place means', () => {
  const b = alarms.filter(({ name }) => name === 'b');
  it('is the box under it, where the object beside it is not', () => {
    expect(meantBy({ x: 94, y: 92 }, { truths, alarms: b })).toEqual({ alarm: b[1] });
    expect(meantBy({ x: 20, y: 15 }, { truths, alarms: b })).toEqual({ alarm: b[0] });
  });
  it('is the object where its middle is nearer, and where no box is', () => {
    expect(meantBy({ x: 14.5, y: 12 }, { truths, alarms: b })).toEqual({ object: 0 });
    expect(meantBy({ x: 44, y: 12 }, { truths, alarms: b })).toEqual({ object: 1 });
    expect(meantBy({ x: 60, y: 100 }, { truths, alarms: b })).toEqual({ object: null });
  });
});

describe('the chosen alarm', () => {
  const host = { addController() {}, removeController() {}, requestUpdate() {} };
  const chosen = () => new ChosenAlarm({ ...host, updateComplete: Promise.resolve(true) });

  it('stays the same while its box moves a little, and is gone with it', () => {
    const choice = chosen();
    choice.choose(alarms[0]);
    expect(choice.among([one, other], true).alarm?.mark.x).toBe(70);
    const moved = said('a', found(71, 0, 60));
    expect(choice.among([moved], true).alarm?.mark.x).toBe(71);
    expect(choice.among([said('a', found(71, 1, 60))], true).alarm).toBeNull();
    expect(choice.among([said('b', found(71, 0, 60))], true).alarm).toBeNull();
    expect(choice.among([said('a')], true).alarm).toBeNull();
  });
  it('waits while nobody has looked, and gives way to an object', () => {
    const choice = chosen();
    choice.choose(alarms[0]);
    expect(choice.among([], true).alarm).toBe(alarms[0]);
    expect(choice.among([one], false)).toMatchObject({ alarm: null, alarms: [{ name: 'a' }] });
    choice.choose(null);
    expect(choice.among([one, other], true).alarm).toBeNull();
  });
});
