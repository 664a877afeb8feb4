import { describe, expect, it } from 'vitest';
import { layersOf } from '../../../site/integrations/chunks.mjs';

/** Modules of a made-up site, and what each imports. */
const graph: Record<string, string[]> = {
  '/s/components/kit/arrive.ts': ['/s/words/kit.ts'],
  '/s/words/kit.ts': [],
  '/s/components/kit/controls.ts': ['/s/words/kit.ts', '/n/lit.js'],
  '/n/lit.js': [],
  '/s/components/figure/spd-figure.ts': ['/s/components/figure/player.ts'],
  '/s/components/figure/framed-figure.ts': ['/s/components/figure/player.ts'],
  '/s/components/figure/player.ts': ['/s/components/kit/controls.ts', '/s/stage.ts'],
  '/s/stage.ts': ['/n/lit.js'],
  '/s/lib/figures/a/index.ts': ['/s/marks.ts', '/s/one.ts', '/s/lib/figures/a/draw.ts'],
  '/s/lib/figures/a/draw.ts': ['/s/marks.ts'],
  '/s/lib/figures/a/code.ts': [],
  '/s/lib/figures/b/index.ts': ['/s/marks.ts'],
  '/s/lib/figures/c/index.ts': ['/s/marks.ts'],
  '/s/marks.ts': [],
  '/s/one.ts': [],
  '/s/content/words/en/figures/a.ts': [],
  '/s/lab.ts': ['/s/components/kit/controls.ts'],
};
const layers = layersOf(Object.keys(graph), (id: string) => ({ importedIds: graph[id] }));

describe('what travels together', () => {
  it('asks for nothing above it', () => {
    const order = ['page', 'words', 'mailbox', 'chapter', 'widget', 'player', 'own-picture'];
    for (const [id, name] of layers)
      for (const part of graph[id])
        if (order.includes(name))
          expect(order.indexOf(layers.get(part) ?? ''), `${id} -> ${part}`).toBeLessThanOrEqual(
            order.indexOf(name),
          );
    expect(layers.get('/s/words/kit.ts')).toBe('page');
    expect(layers.get('/n/lit.js')).toBe('widget');
    expect(layers.get('/s/stage.ts')).toBe('player');
  });

  it('names no element that another class bears in a frame', () => {
    expect(layers.get('/s/components/figure/player.ts')).toBe('player');
    expect(layers.has('/s/components/figure/spd-figure.ts')).toBe(false);
    expect(layers.has('/s/components/figure/framed-figure.ts')).toBe(false);
  });

  it('is a figure with its words, and what figures share', () => {
    expect(layers.get('/s/marks.ts')).toBe('drawing');
    expect(layers.get('/s/lib/figures/a/draw.ts')).toBe('figure-a');
    expect(layers.get('/s/content/words/en/figures/a.ts')).toBe('figure-a');
  });

  it('is what many figures share, and apart from it what two of many do', () => {
    const figures = Array.from({ length: 9 }, (_, i) => `/s/lib/figures/f${i}/index.ts`);
    const many: Record<string, string[]> = {
      '/s/marks.ts': [],
      '/s/lib/figures/kit/picture.ts': [],
      '/s/vehicle.ts': ['/s/marks.ts', '/s/lib/figures/kit/picture.ts'],
      '/s/lib/random/index.ts': [],
    };
    for (const [i, id] of figures.entries())
      many[id] = i < 2 ? ['/s/vehicle.ts', '/s/lib/random/index.ts'] : ['/s/marks.ts'];
    const found = layersOf(Object.keys(many), (id: string) => ({ importedIds: many[id] }));
    expect(found.get('/s/marks.ts')).toBe('drawing');
    expect(found.get('/s/vehicle.ts')).toBe('painted');
    expect(found.get('/s/lib/figures/kit/picture.ts')).toBe('picture');
    expect(found.get('/s/lib/random/index.ts')).toBe('arithmetic');
  });

  it('is not what a figure fetches later, or a lab', () => {
    expect(layers.has('/s/lib/figures/a/code.ts')).toBe(false);
    expect(layers.has('/s/lab.ts')).toBe(false);
  });
});
