// The same way through the same detector when the page is built, for readers without JavaScript and before it comes.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { channelOf, liveliest, mapImage, rangeOf } from '#components/kit/map-images.ts';
import type { PixelImage } from '#components/kit/pixel-image.ts';
import { flowStages } from '#content/words/en/flow-stages.ts';
import { Detector, readCard } from '#lib/detector/index.ts';
import { createNodeEngine } from '#lib/engine/node.ts';
import { parseArchitecture } from '#lib/model/architecture.ts';
import { packedPngAddress } from '#lib/png/packed.ts';
import { type Roles, type Seen, type SeenMap, see } from './seen.ts';
import { surestMap } from './stage-assignment.ts';
import { levelName } from './stage-head.ts';

const words = flowStages;
const NAME = 'yolov5p';

/** A picture of a page, as an address, and what it shows. */
export interface Built {
  src: string;
  width: number;
  height: number;
  alt: string;
}

/** The strided detector on a scene, or undefined where its weights are not there. */
export async function seenAtBuild(roles: Roles, seed: number): Promise<Seen | undefined> {
  const file = `site/public/weights/${NAME}.safetensors`;
  if (!existsSync(file)) return undefined;
  const yaml = await readFile(`content/architectures/${NAME}.yaml`, 'utf8');
  const engine = createNodeEngine();
  await engine.use('wasm');
  const card = readCard(await readFile(file.replace('.safetensors', '.json'), 'utf8'), NAME);
  const bytes = new Uint8Array(await readFile(file)).buffer;
  const detector = await Detector.load(engine, {
    architecture: parseArchitecture(yaml),
    source: { kind: 'bytes', bytes, card },
  });
  const seen = await see(detector, { variant: 'strided', seed, roles });
  await detector.unload();
  return seen;
}

function built({ width, height, rgba }: PixelImage, alt: string): Built {
  const pixels = rgba.filter((_, i) => i % 4 < 3);
  return { src: packedPngAddress(pixels, width, height), width, height, alt };
}

/** Of each map the channel that stands out most. */
export function mapPictures(maps: SeenMap[]): Built[] {
  return maps.map(({ data, shape, level }) => {
    const channel = liveliest(data, shape);
    const numbers = channelOf(data, shape.channels, channel);
    const image = mapImage(numbers, shape.width, shape.height, rangeOf(data));
    return built(image, words.maps.channelOf(channel, level));
  });
}

/** How sure the head is, at each level. */
export function headPictures({ levels }: Seen): Built[] {
  return levels.map((level) =>
    built(
      mapImage(surestMap(level), level.width, level.height, { low: 0, high: 1 }),
      words.head.surest(levelName(level)),
    ),
  );
}
