// The networks of the page in Node: what its experiments promise, and how a batch is counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load, weightsIn } from '#commands/detector.ts';
import { type Counted, countBatch, verdicts } from '#components/classify/batch.ts';
import { answersTo, type Judge } from '#components/classify/looking.ts';
import { chosen, declaration, EXPERIMENTS, nameOf } from '#components/classify/parameters.ts';
import { parse } from '#components/kit/parse.ts';
import { classify as words } from '#content/words/en/classify.ts';
import { measured } from '#content/words/en/measured.ts';
import { best, CLASSES, draw, SIDES } from '#lib/classify/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';

const runner = createNodeEngine();
const trained = weightsIn('site/public/weights');
const { values } = parse(declaration, {});
const { signal } = new AbortController();
let judges: Judge[] = [];

beforeAll(async () => {
  judges = await Promise.all(
    chosen(values).map(async (name) => {
      const own = trained.find(({ path }) => path.endsWith(`/${name}.safetensors`))!;
      return { name, detector: await load(runner, own) };
    }),
  );
}, 60_000);
afterAll(async () => {
  await Promise.all(judges.map(({ detector }) => detector.unload()));
});

/** What each network takes a drawing for, by size. */
async function said(name: Parameters<typeof draw>[0]): Promise<string[][]> {
  const answers = await answersTo(judges, draw(name), signal);
  return answers.map((of) => of.map(([picture]) => CLASSES[best(picture)]));
}

describe('the experiments', () => {
  it('are described one by one', () => {
    expect(words.experiments).toHaveLength(EXPERIMENTS.length);
    for (const experiment of EXPERIMENTS) expect(parse(declaration, experiment).errors).toEqual([]);
  });

  it('the truck is known to all at 32 pixels, and to all a ship at 8', async () => {
    for (const [whole, , small] of await said('truck')) {
      expect(whole).toBe('truck');
      expect(small).toBe('ship');
    }
  });

  it('the car is known to all at 32 pixels, and to nobody at 8', async () => {
    for (const [whole, , small] of await said('automobile')) {
      expect(whole).toBe('automobile');
      expect(small).not.toBe('automobile');
    }
  });
});

describe('a batch', () => {
  const labels = Uint8Array.of(9, 1, 8, 0, 9, 1, 8, 0, 2);
  const pictures = [...labels].map((label) => draw(CLASSES[label] as Parameters<typeof draw>[0]));
  const pixels = new Uint8Array(pictures.flatMap((own) => [...own]));

  it('is counted picture by picture, with what the cards say beside it', async () => {
    let counted: Counted | undefined;
    await countBatch(judges, { labels, pixels }, 5, {
      signal,
      tell: (so) => {
        counted = so;
      },
    });
    expect(counted!.labels).toEqual([9, 8, 9, 8, 2]);
    const truck = await said('truck');
    counted!.answers.forEach((of, judge) => {
      SIDES.forEach((_, side) => {
        expect(CLASSES[of[side][0]]).toBe(truck[judge][side]);
        expect(of[side]).toHaveLength(5);
      });
    });
    expect(counted!.known).toEqual(
      judges.map(({ detector }) => {
        const { top1, top1at16, top1at8 } = detector.card!.measures!;
        return [top1, top1at16, top1at8];
      }),
    );
  });

  it('ends where it is stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(
      countBatch(judges, { labels, pixels }, 5, { signal: stop.signal, tell: () => undefined }),
    ).rejects.toThrow();
  });

  it('says whether a difference is noise', () => {
    const counted = (wrong: number): Counted => ({
      names: ['A', 'B'],
      labels: Array<number>(100).fill(0),
      answers: [
        SIDES.map(() => Array<number>(100).fill(0)),
        SIDES.map(() => Array.from({ length: 100 }, (_, i) => (i < wrong ? 1 : 0))),
      ],
      known: [[], []],
    });
    expect(verdicts(counted(2), 16)).toEqual([
      'At 16 × 16 A and B differ by 2.0 points, within what the choice of pictures gives by chance (± 2.8).',
    ]);
    expect(verdicts(counted(20), 8)).toEqual([
      'At 8 × 8 A is ahead of B by 20.0 points (± 8.8): more than the choice of pictures explains.',
    ]);
  });
});

it('the networks are called as in the results, where a caption names the depth', () => {
  for (const path of chosen(values)) {
    const called = measured.variants[path.slice(path.lastIndexOf('/') + 1)];
    expect(called).toBeTruthy();
    expect(nameOf(path).replace(/^ResNet-18, /, '')).toBe(called);
  }
});
