import { describe, expect, it } from 'vitest';
import { type BudgetRow, judged, LIMITS, MARGIN } from '#commands/budget.ts';

const light: BudgetRow = { page: '/', html: 1, htmlGzip: 1, javascript: 1, engine: 0 };

describe('the weight of pages', () => {
  it('what is beyond a limit is said, with its page and its bytes; the limit itself is within', () => {
    for (const column of Object.keys(LIMITS) as (keyof typeof LIMITS)[]) {
      const [full, heavy] = [LIMITS[column], LIMITS[column] + 1].map((bytes) => ({
        ...light,
        page: '/chapters/reads/',
        [column]: bytes,
      }));
      expect(judged([light, full]).over).toEqual([]);
      expect(judged([light, heavy])).toEqual({
        over: [`/chapters/reads/ has ${heavy[column]} bytes of ${column}, of ${LIMITS[column]}`],
        close: [],
      });
    }
  });

  it('what is closer to a limit than the margin is named, and is no fault', () => {
    const javascript = LIMITS.javascript * (1 - MARGIN);
    const rows = [
      { ...light, page: '/far/', javascript },
      { ...light, page: '/near/', javascript: javascript + 1 },
    ];
    expect(judged(rows)).toEqual({
      over: [],
      close: [`/near/ has ${javascript + 1} bytes of javascript, of ${LIMITS.javascript}`],
    });
  });
});
