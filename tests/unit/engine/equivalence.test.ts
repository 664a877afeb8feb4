import { beforeAll, describe, expect, it } from 'vitest';
import { disguise as words } from '#content/words/en/figures/disguise.ts';
import type { TwoConvolutions } from '#lib/engine/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { constrain, modelOf, twoConvolutions } from '#lib/figures/disguise/model.ts';
import { type Params, parameters } from '#lib/figures/disguise/parameters.ts';
import { labelled } from '#lib/figures/kit/settings.ts';
import { defaults } from '#lib/parameters/index.ts';

const engine = createNodeEngine();
beforeAll(() => engine.use('wasm'));

const plain: Params = defaults(labelled(parameters, words.parameters));
const every = ['spd', 'strided'].flatMap((given) =>
  [2, 3, 4].flatMap((block) =>
    [1, 2, 3, 4, 5, 6, 7].map(
      (kernel) =>
        constrain(words, { ...plain, given: given as Params['given'], block, kernel }).values,
    ),
  ),
);

describe('the two convolutions of the figure', () => {
  it('put out the same numbers, for every setting', async () => {
    for (const params of every) {
      const { largest, scale, compared } = await engine.compareConvolutions(
        twoConvolutions(modelOf(params)),
      );
      expect(largest, JSON.stringify(params)).toBeLessThan(1e-4);
      expect(scale).toBeGreaterThan(0.5);
      // Six blocks a side, four outputs; a kernel of even size still has as many places.
      expect(compared).toBe(6 * 6 * 4);
    }
  });

  it('differ when one weight does, and leave nothing behind', async () => {
    const two = twoConvolutions(modelOf(plain));
    const data = Float32Array.from(two.spd.kernel.data);
    data[0] += 0.01;
    const changed: TwoConvolutions = {
      ...two,
      spd: { ...two.spd, kernel: { ...two.spd.kernel, data } },
    };
    const before = engine.memory().tensors;
    expect((await engine.compareConvolutions(changed)).largest).toBeGreaterThan(1e-3);
    expect(engine.memory().tensors).toBe(before);
  });

  it('must agree in shape', async () => {
    const two = twoConvolutions(modelOf(plain));
    await expect(
      engine.compareConvolutions({ ...two, spd: { ...two.spd, padding: [2, 2] } }),
    ).rejects.toThrow('the outputs are');
  });
});
