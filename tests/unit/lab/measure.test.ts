import { describe, expect, it } from 'vitest';
import { measuredCsv, measuredJson } from '#components/lab/measure/files.ts';
import { noiseSentence } from '#components/lab/measure/noise.ts';
import type { Measured } from '#components/lab/measure/run.ts';
import { DEFAULTS } from '#lib/scenes/index.ts';

const difference = { of: 1, against: 0, value: 2.5, interval: { low: 0.4, high: 4.6 } };
const measured: Measured = {
  scene: { ...DEFAULTS, seed: 9 },
  scenes: 100,
  names: ['yolov5p-wide-macs', 'yolov5p-spd'],
  scores: [
    [30, 60, null, 31, 40],
    [32.5, 61, 20, 33, 41],
  ],
  backend: 'wasm',
  luck: {
    resamples: 300,
    intervals: [0, 1].map(() => [{ low: 28, high: 33 }, null, null, null, null]),
    differences: [{ ...difference, noise: false, scenes: 70 }],
    curves: [[1], [1]],
  },
};

describe('what was measured as a file', () => {
  it('is a table with a row for each detector and measure, names with commas in quotes', () => {
    const lines = measuredCsv(measured).split('\r\n');
    expect(lines).toHaveLength(12);
    expect(lines[0]).toBe('Detector,Measure,Value,95 % from,95 % to');
    expect(lines[1]).toBe('"Strided with SPD’s work, trained longest",AP,30,28,33');
    expect(lines[3]).toBe('"Strided with SPD’s work, trained longest",<8,,,');
  });

  it('is JSON with the settings, by the names of the measures', () => {
    const file = JSON.parse(measuredJson(measured));
    expect(file.scene.seed).toBe(9);
    expect(file.detectors[1].measured).toEqual({
      ...{ AP: 32.5, AP50: 61, '<8': 20, '8-14': 33, '>14': 41 },
    });
    expect(file.differences[0]).toMatchObject({
      of: 'SPD as published, trained longest',
      value: 2.5,
    });
  });
});

describe('whether a difference is noise', () => {
  it('is answered with no where the interval stays on one side', () => {
    const said = noiseSentence({ ...difference, noise: false, scenes: 70 }, measured.names);
    expect(said).toMatch(/^No: SPD as published, .* by 2\.5 points .* \+0\.4 and \+4\.6\.$/);
  });

  it('is answered with perhaps where it holds nought, and with how many scenes would tell', () => {
    const interval = { low: -1.2, high: 6.2 };
    const wide = { ...difference, interval, noise: true, scenes: 1234 };
    expect(noiseSentence(wide, measured.names)).toMatch(
      /^It may be: .* −1\.2 and \+6\.2; .* 1,234 scenes/,
    );
    const hopeless = { ...wide, scenes: Number.POSITIVE_INFINITY };
    expect(noiseSentence(hopeless, measured.names)).not.toContain('scenes would');
  });
});
