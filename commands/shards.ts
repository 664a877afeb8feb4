// Scenes with their boxes in safetensors files for training: npm run shards -- --out DIR --count N --seed S [--split default|varied]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '#lib/random/index.ts';
import { writeSafetensors } from '#lib/safetensors/index.ts';
import {
  CLASSES,
  DEFAULTS,
  generateScene,
  type Scene,
  variedParameters,
} from '#lib/scenes/index.ts';
import { sayFaults } from './lib/say-faults.ts';

sayFaults();

const PER_SHARD = 1000;
/** The stream of a seed's numbers that draws camera and sizes; 0 to 3 draw the scene itself. */
const CAMERA_STREAM = 16;

function toShard(scenes: readonly Scene[], metadata: Record<string, string>): Uint8Array {
  const { width, height } = scenes[0];
  const bytes = width * height * 3;
  const images = new Uint8Array(scenes.length * bytes);
  const objects: number[] = [];
  const offsets = new Int32Array(scenes.length + 1);
  scenes.forEach((scene, i) => {
    images.set(scene.pixels, i * bytes);
    for (const object of scene.objects) {
      objects.push(object.classIndex, object.x, object.y, object.width, object.height);
    }
    offsets[i + 1] = objects.length / 5;
  });
  return writeSafetensors(
    {
      images: { dtype: 'U8', shape: [scenes.length, height, width, 3], data: images },
      objects: { dtype: 'F32', shape: [objects.length / 5, 5], data: new Float32Array(objects) },
      offsets: { dtype: 'I32', shape: [offsets.length], data: offsets },
    },
    metadata,
  );
}

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    out: { type: 'string', default: 'shards' },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    split: { type: 'string', default: 'varied' },
  },
});
const count = Number(values.count);
const first = Number(values.seed);
const { split, out } = values;
if (!Number.isInteger(count) || count < 1)
  throw new RangeError(`shards: --count ${values.count} is no positive integer`);
if (split !== 'default' && split !== 'varied') {
  throw new RangeError(`shards: --split ${split} is neither default nor varied`);
}
mkdirSync(out, { recursive: true });
const began = performance.now();
for (let from = 0, shard = 0; from < count; from += PER_SHARD, shard++) {
  const scenes: Scene[] = [];
  for (let i = from; i < Math.min(count, from + PER_SHARD); i++) {
    const seed = first + i;
    scenes.push(
      generateScene(
        split === 'default' ? { seed } : variedParameters(seed, random(seed, CAMERA_STREAM)),
      ),
    );
  }
  const metadata = {
    split,
    firstSeed: String(first + from),
    classes: JSON.stringify(CLASSES),
    defaults: JSON.stringify(DEFAULTS),
  };
  const name = `${String(shard).padStart(3, '0')}.safetensors`;
  writeFileSync(join(out, name), toShard(scenes, metadata));
  const rate = ((from + scenes.length) / (performance.now() - began)) * 1000;
  console.log(`${name}: ${scenes.length} scenes, ${rate.toFixed(0)} scenes a second`);
}
