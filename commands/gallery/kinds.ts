// What the lab's set pieces are about: settings, and which of their scenes belong.
import {
  CLASSES,
  type ClassName,
  type Scene,
  type SceneObject,
  type SceneParameters,
} from '#lib/scenes/index.ts';

export interface Kind {
  name: string;
  /** What differs from the lab's defaults. */
  settings: Partial<SceneParameters>;
  belongs: (scene: Scene) => boolean;
}

const count = ({ objects }: Scene, ...names: ClassName[]): number =>
  objects.filter(({ classIndex }) => names.includes(CLASSES[classIndex])).length;

const isOne = (scene: Scene, name: ClassName): boolean =>
  scene.objects.length === 1 && count(scene, name) === 1;

/** Mean grey, 0 to 255, of the object's box and of the ground around it. */
export function greys(
  { pixels, width, height }: Scene,
  object: SceneObject,
): { inside: number; around: number } {
  const sums = { inside: 0, around: 0 };
  const areas = { inside: 0, around: 0 };
  const reach = 3;
  const [left, top] = [Math.floor(object.x), Math.floor(object.y)];
  const [right, bottom] = [Math.ceil(object.x + object.width), Math.ceil(object.y + object.height)];
  for (let y = Math.max(0, top - reach); y < Math.min(height, bottom + reach); y++)
    for (let x = Math.max(0, left - reach); x < Math.min(width, right + reach); x++) {
      const part = x >= left && x < right && y >= top && y < bottom ? 'inside' : 'around';
      const at = 3 * (y * width + x);
      sums[part] += (pixels[at] + pixels[at + 1] + pixels[at + 2]) / 3;
      areas[part]++;
    }
  return { inside: sums.inside / areas.inside, around: sums.around / Math.max(1, areas.around) };
}

/** Dark, and hardly another tone than the ground. */
function isDarkOnDark(scene: Scene): boolean {
  const { inside, around } = greys(scene, scene.objects[0]);
  return inside < 125 && around < 125 && Math.abs(inside - around) < 12;
}

export const KINDS: readonly Kind[] = [
  { name: 'carPark', settings: { count: 40 }, belongs: (scene) => count(scene, 'car') >= 14 },
  { name: 'boats', settings: {}, belongs: (scene) => count(scene, 'boat') >= 5 },
  { name: 'apron', settings: {}, belongs: (scene) => count(scene, 'plane') >= 4 },
  {
    name: 'smallPlane',
    settings: { sizeMin: 4, sizeMax: 5, count: 1 },
    belongs: (scene) => isOne(scene, 'plane'),
  },
  {
    name: 'darkCar',
    settings: { count: 1 },
    belongs: (scene) => isOne(scene, 'car') && isDarkOnDark(scene),
  },
  {
    name: 'depot',
    settings: {},
    belongs: (scene) => count(scene, 'truck', 'bus') >= 6,
  },
  {
    name: 'crumbs',
    settings: { sizeMin: 3, sizeMax: 7 },
    belongs: ({ objects }) => objects.length >= 10,
  },
  { name: 'noise', settings: { noise: 20 }, belongs: ({ objects }) => objects.length >= 8 },
  { name: 'haze', settings: { contrast: 0.4 }, belongs: ({ objects }) => objects.length >= 8 },
  {
    name: 'mixed',
    settings: {},
    belongs: ({ objects }) => new Set(objects.map(({ classIndex }) => classIndex)).size >= 3,
  },
];
