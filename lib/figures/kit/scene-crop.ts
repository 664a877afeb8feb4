import type { Picture } from '../../files/index.ts';
import type { SceneObject } from '../../scenes/index.ts';

/** Room around the object, as a share of its longer side. */
const MARGIN = 0.35;
/** Smallest crop, px of the scene. */
const LEAST = 14;

/** A square of a generated scene around its largest object. One number, one picture; the generator is only loaded here, away from the page. */
export async function sceneCrop(seed: number): Promise<Picture> {
  const { scenes } = await import('../../scenes/client.ts');
  const scene = await scenes().render({ seed });
  const longer = ({ width, height }: SceneObject) => Math.max(width, height);
  const [largest] = scene.objects.toSorted((a, b) => longer(b) - longer(a));
  if (!largest) return scene;
  const side = Math.min(
    scene.width,
    Math.max(LEAST, Math.ceil(longer(largest) * (1 + 2 * MARGIN))),
  );
  const from = (start: number, length: number, end: number) =>
    Math.min(end - side, Math.max(0, Math.round(start + length / 2 - side / 2)));
  const left = from(largest.x, largest.width, scene.width);
  const top = from(largest.y, largest.height, scene.height);
  const pixels = new Uint8ClampedArray(side * side * 3);
  for (let row = 0; row < side; row++) {
    const start = ((top + row) * scene.width + left) * 3;
    pixels.set(scene.pixels.subarray(start, start + side * 3), row * side * 3);
  }
  return { width: side, height: side, pixels };
}
