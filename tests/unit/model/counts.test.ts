import { describe, expect, it } from 'vitest';
import { countRows, readCited } from '#commands/counts.ts';

describe('parameters and MACs are the counted ones, to the last digit', () => {
  const rows = countRows();

  it('covers every cited count and every architecture of the repository', () => {
    expect(readCited().length).toBe(29);
    expect(rows.filter(({ met }) => met !== '').length).toBe(29);
    const own = rows.filter(({ met }) => met === '').map(({ name }) => name);
    expect(own.length).toBe(11);
    expect(own.every((name) => /^yolov5p|-equal-maps$/.test(name))).toBe(true);
  });

  it.each(rows.filter(({ met }) => met !== ''))(
    '$name at $inputSize, $classes classes',
    ({ met }) => {
      expect(met).toBe('yes');
    },
  );
});
