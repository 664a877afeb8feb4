/** Words of the lab's measuring: average precision over many scenes, and what of it is luck. */
const points = (value: number) => value.toFixed(1);
const signed = (value: number) => `${value < 0 ? '−' : '+'}${points(Math.abs(value))}`;

export const measure = {
  title: 'One scene proves nothing',
  text: 'Let the detectors look at scene after scene, with the settings above and without your edits, and watch their average precision settle.',
  scenes: 'Scenes',
  start: 'Start counting',
  stop: 'Stop',
  counting: (done: number, all: number) => `${done} of ${all} scenes`,
  judging: 'Drawing the scenes again and again, to see what is luck…',
  changed: 'The settings or the detectors have changed since. Start again to measure those.',
  failed: (why: string) => `The detectors can’t run. ${why}`,
  caption: (scenes: number, intervals: boolean) =>
    `Average precision after ${scenes} scenes, in per cent.${
      intervals ? ' Small: where it would lie in 95 of 100 such measurements, on other scenes.' : ''
    } Bars: of 100.`,
  measures: ['AP', 'AP50', 'AP, under 8 px', 'AP, 8 to 14 px', 'AP, over 14 px'],
  interval: (low: number, high: number) => `${points(low)} to ${points(high)}`,
  value: points,
  noiseTitle: 'Is this difference noise?',
  noise: (
    better: string,
    worse: string,
    value: number,
    low: number,
    high: number,
    more: number | null,
  ) =>
    value === 0
      ? `${better} and ${worse} reach the same AP.`
      : `It may be: ${better} leads ${worse} by ${points(value)} points of AP here, and on other scenes the lead would lie between ${signed(low)} and ${signed(high)}${
          more === null
            ? ''
            : `; if it is real, about ${more.toLocaleString('en')} scenes would show it`
        }.`,
  clear: (better: string, worse: string, value: number, low: number, high: number) =>
    `No: ${better} leads ${worse} by ${points(value)} points of AP, and on other scenes the lead would lie between ${signed(low)} and ${signed(high)}.`,
  others: 'All pairs',
  pair: (better: string, worse: string) => `${better}, less ${worse}`,
  trainings:
    'This is the luck of the scenes alone. Each network was trained once here, and another training would differ by more.',
  curvesTitle: 'Precision against recall, at an overlap (IoU) of 0.5, mean over the classes',
  recall: 'recall',
  precision: 'precision',
  curveLabel: (name: string, at: readonly [recall: number, precision: number][]) =>
    `${name}: ${at.map(([recall, precision]) => `precision ${precision.toFixed(2)} at recall ${recall.toFixed(2)}`).join(', ')}`,
  save: 'Take it with you',
  columns: ['Detector', 'Measure', 'Value', '95 % from', '95 % to'],
} as const;
