// The lab's first threshold is not a matter of taste: on validation scenes it is about the best for what is shipped.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SHOWN } from '#lib/detection/index.ts';

it.each(['yolov5p', 'yolov5p-wide-macs', 'yolov5p-spd'])(
  '%s: the lab opens within 0.05 of the threshold of its best F1',
  (name) => {
    const path = new URL(`../../../site/public/weights/${name}.json`, import.meta.url);
    const { shownScore } = JSON.parse(readFileSync(path, 'utf8'));
    expect(Math.abs(SHOWN.scoreThreshold - shownScore)).toBeLessThanOrEqual(0.05 + 1e-9);
  },
);
