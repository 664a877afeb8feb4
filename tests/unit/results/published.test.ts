import { describe, expect, it } from 'vitest';
import { gains, gapToLine, models } from '#components/kit/published.ts';

describe('published results', () => {
  it('both families, counted where they are not printed', () => {
    expect(models).toHaveLength(8);
    const s = models.find(({ size, variant }) => size === 's' && variant === 'spd');
    expect(s?.parameters).toBeCloseTo(8.771, 3);
    expect(s?.macs).toBeCloseTo(16.868, 3);
  });

  it('at size l SPD loses to both releases', () => {
    const l = gains.filter(({ size }) => size === 'l');
    expect(l.map(({ points }) => points < 0)).toEqual([true, true]);
  });

  it('AP_S has a baseline at n and s only', () => {
    const known = gains.filter(({ measure }) => measure === 'APS').map(({ size }) => size);
    expect(known).toEqual(['n', 's']);
  });

  it('the text is right: above the strided line in parameters, below it in work', () => {
    for (const size of ['n', 's', 'm'] as const) {
      expect(gapToLine(size, 'parameters')).toBeGreaterThan(0);
      expect(gapToLine(size, 'macs')).toBeLessThan(0);
    }
    expect(gapToLine('l', 'macs')).toBeUndefined();
  });
});
