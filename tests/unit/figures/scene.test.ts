import { describe, expect, it } from 'vitest';
import { spaceToDepth as words } from '#content/words/en/figures/space-to-depth.ts';
import { spaceToDepth as inWords } from '#lib/figures/space-to-depth/index.ts';
import { defaults } from '#lib/parameters/index.ts';

const spaceToDepth = inWords(words);

const plain = defaults(spaceToDepth.parameters);

describe('the generated scene of space-to-depth', () => {
  it('is a square around an object, the same for the same number', async () => {
    for (const scene of [1, 7]) {
      const [one, two] = [
        await spaceToDepth.pictureFor?.({ ...plain, scene }),
        await spaceToDepth.pictureFor?.({ ...plain, scene }),
      ];
      expect(one).toEqual(two);
      expect(one?.width).toBe(one?.height);
      expect(one?.pixels).toHaveLength(3 * (one?.width ?? 0) ** 2);
      expect(new Set(one?.pixels).size).toBeGreaterThan(20);
    }
  });

  it('is none for 0: the sample is there at once', async () => {
    expect(await spaceToDepth.pictureFor?.(plain)).toBeUndefined();
  });
});
