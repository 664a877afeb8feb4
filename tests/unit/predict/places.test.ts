// Where the options of bets stand in charts: the right one holds what was measured.
import { expect, test } from 'vitest';
import { statisticOf } from '#components/kit/measured.ts';
import { placesOf } from '#components/predict/places.ts';

test('parts of a gain: max-pooling of the first hearing in a row, of the second at the end of its curve', () => {
  const gain = { from: 'yolov5p', to: 'yolov5p-spd' };
  const pico = { plan: 'pico' };
  const spans = [
    [0, 0.12],
    [0.25, 0.42],
    [0.75, 1],
  ] as const;
  const first = placesOf({
    parts: { ...gain, of: 'detectors', where: pico, rows: ['yolov5p-maxpool'], spans: [...spans] },
  });
  const mean = statisticOf('detectors', 'yolov5p-maxpool', 'AP', pico).mean;
  expect(first.map(([{ x }]) => mean >= x![0] && mean <= x![1])).toEqual([false, false, true]);

  const core = { plan: 'core', step: 10_000 };
  const second = placesOf({
    parts: {
      ...gain,
      of: 'curves',
      where: core,
      at: [9600, 10_000],
      spans: [
        [0.9, 1],
        [0.75, 0.9],
        [0, 0.7],
      ],
    },
  });
  const end = statisticOf('curves', 'yolov5p-maxpool', 'AP', core).mean;
  expect(second.map(([{ y }]) => end >= y![0] && end <= y![1])).toEqual([false, false, true]);
});
