// The detectors of a page, run in Node: what a page shows is held against what they say here.
import { load, weightsIn } from '#commands/detector.ts';
import type { Detector } from '#lib/detector/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';

/** The shipped ones of these architectures, in that order. */
export async function inNode(names: readonly string[]): Promise<Detector[]> {
  const engine = createNodeEngine();
  await engine.use('wasm');
  const all = weightsIn('site/public/weights').filter(({ plan }) => plan === 'shipped');
  return Promise.all(
    names.map((name) => load(engine, all.find(({ card }) => card.architecture === name)!)),
  );
}
