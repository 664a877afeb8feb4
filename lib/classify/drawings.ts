// Pictures that the page draws by itself: no photograph, a few polygons of 32 x 32 pixels.
import { random } from '../random/index.ts';
import { Canvas, type Colour, type Material } from '../scenes/canvas.ts';
import { makeTextures } from '../scenes/texture.ts';
import { SIDE } from './cifar.ts';

/** What is drawn, by CIFAR-10's names. */
export const DRAWINGS = ['airplane', 'ship', 'automobile', 'truck', 'bird'] as const;
export type Drawing = (typeof DRAWINGS)[number];

/** Polygons in the units of the canvas, 0 to 128 from the top left, in the order of painting. */
type Painting = readonly (readonly [paint: Colour | Material, ...points: number[]])[];

const material = (colour: Colour, mottle: number, grain: number): Material => ({
  colour,
  mottle,
  grain,
});
const SKY = material([150, 190, 228], 12, 3);
const SEA = material([54, 96, 132], 14, 6);
const ROAD = material([112, 112, 114], 8, 6);
const GREEN = material([104, 128, 84], 16, 8);
const TYRE: Colour = [24, 25, 28];
const GLASS: Colour = [52, 64, 78];

/** A disc as a polygon of twelve sides. */
function disc(x: number, y: number, radius: number): number[] {
  return Array.from({ length: 12 }, (_, i) => (Math.PI * i) / 6).flatMap((angle) => [
    x + radius * Math.cos(angle),
    y + radius * Math.sin(angle),
  ]);
}
const box = (x0: number, y0: number, x1: number, y1: number) => [x0, y0, x1, y0, x1, y1, x0, y1];
const ALL = box(0, 0, 128, 128);

const paintings: Record<Drawing, Painting> = {
  airplane: [
    [SKY, ...ALL],
    [[236, 238, 241], 10, 66, 18, 58, 96, 52, 116, 58, 120, 64, 112, 70, 30, 74],
    [[206, 210, 216], 50, 64, 78, 62, 46, 100, 34, 100],
    [[190, 196, 204], 62, 56, 76, 56, 58, 30, 50, 30],
    [[60, 84, 140], 12, 60, 24, 58, 14, 34, 6, 34],
    [[180, 186, 196], 10, 66, 26, 66, 14, 78, 6, 78],
    [GLASS, 104, 56, 112, 58, 112, 61, 102, 60],
  ],
  ship: [
    [material([182, 204, 222], 10, 3), ...box(0, 0, 128, 70)],
    [SEA, ...box(0, 70, 128, 128)],
    [[42, 52, 70], 8, 68, 122, 66, 108, 90, 22, 90],
    [[150, 44, 40], 14, 84, 112, 84, 108, 90, 22, 90],
    [[232, 232, 228], ...box(30, 50, 90, 68)],
    [[216, 216, 214], ...box(38, 38, 72, 52)],
    [[196, 70, 52], ...box(46, 24, 58, 38)],
    [GLASS, ...box(36, 55, 84, 59)],
  ],
  automobile: [
    [GREEN, ...box(0, 0, 128, 62)],
    [ROAD, ...box(0, 62, 128, 128)],
    [[30, 30, 32], ...box(12, 96, 118, 104)],
    [[186, 32, 30], 8, 72, 26, 66, 42, 44, 86, 44, 104, 66, 120, 72, 120, 94, 8, 94],
    [GLASS, 34, 64, 46, 48, 62, 48, 62, 64],
    [GLASS, 66, 64, 66, 48, 82, 48, 96, 64],
    [TYRE, ...disc(32, 94, 13)],
    [TYRE, ...disc(98, 94, 13)],
    [[170, 172, 176], ...disc(32, 94, 6)],
    [[170, 172, 176], ...disc(98, 94, 6)],
    [[240, 222, 150], ...box(113, 74, 120, 80)],
  ],
  truck: [
    [material([190, 206, 220], 8, 3), ...box(0, 0, 128, 80)],
    [ROAD, ...box(0, 80, 128, 128)],
    [[226, 226, 222], ...box(6, 24, 82, 92)],
    [[196, 198, 198], ...box(6, 84, 82, 92)],
    [[36, 84, 160], 86, 44, 108, 44, 120, 66, 122, 96, 86, 96],
    [GLASS, 92, 50, 106, 50, 114, 66, 92, 66],
    [[50, 52, 56], ...box(6, 92, 122, 99)],
    [TYRE, ...disc(24, 100, 12)],
    [TYRE, ...disc(50, 100, 12)],
    [TYRE, ...disc(104, 100, 12)],
  ],
  bird: [
    [material([126, 158, 106], 20, 8), ...ALL],
    [[96, 74, 52], ...box(0, 100, 128, 108)],
    [[138, 92, 58], 22, 60, 44, 44, 76, 48, 92, 66, 84, 92, 56, 98, 34, 84],
    [[206, 178, 140], 56, 70, 84, 66, 84, 92, 56, 98],
    [[110, 70, 44], ...disc(84, 46, 17)],
    [[230, 168, 60], 99, 42, 118, 48, 99, 52],
    [[20, 20, 22], ...disc(89, 42, 3.5)],
    [[92, 60, 40], 24, 62, 40, 58, 30, 92, 4, 104],
    [[72, 48, 34], 34, 62, 68, 60, 56, 86, 30, 82],
  ],
};

/** Painted at four times the size, so that the mottle is that of a scene. */
const textures = () => makeTextures(SIDE, 4, random(1, 0xd7));

/** A drawing as RGB uint8 [32, 32, 3]. */
export function draw(name: Drawing): Uint8Array {
  const canvas = new Canvas(SIDE, textures());
  for (const [paint, ...points] of paintings[name]) canvas.fill(points, paint);
  return Uint8Array.from(canvas.rgb, (value) => Math.min(255, Math.max(0, Math.round(value))));
}
