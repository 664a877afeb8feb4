import { expect, test } from 'vitest';
import { known } from '#components/results/known.ts';

const pico = { plan: 'pico' };

test('rows are known once every variant has enough of them under the conditions', () => {
  expect(known('detectors', pico, ['yolov5p', 'yolov5p-spd'])).toBe(true);
  expect(known('detectors', pico, ['yolov5p', 'yolov5p-spd'], 3)).toBe(true);
  expect(known('detectors', pico, ['yolov5p'], 4)).toBe(false);
  expect(known('detectors', pico, ['yolov5p', 'no-such-variant'])).toBe(false);
  expect(known('detectors', { plan: 'no-such-plan' }, ['yolov5p'])).toBe(false);
  expect(() => known('no-such-experiment', {}, ['yolov5p'])).toThrow('no-such-experiment');
});
