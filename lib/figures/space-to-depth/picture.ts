import type { Picture } from '../../files/index.ts';
import { hexOf } from '../kit/rgb.ts';

const SIDE = 48;

/** Points of an aeroplane seen from above, nose up, in units of its length, and a colour. */
const plane: readonly { points: readonly (readonly [number, number])[]; rgb: readonly number[] }[] =
  [
    {
      points: [
        [-0.5, 0.1],
        [-0.06, -0.12],
        [0.06, -0.12],
        [0.5, 0.1],
        [0.5, 0.16],
        [0.06, 0.1],
        [-0.06, 0.1],
        [-0.5, 0.16],
      ],
      rgb: [226, 232, 236],
    },
    {
      points: [
        [-0.22, 0.46],
        [-0.05, 0.32],
        [0.05, 0.32],
        [0.22, 0.46],
        [0.22, 0.5],
        [-0.22, 0.5],
      ],
      rgb: [214, 76, 62],
    },
    {
      points: [
        [-0.07, -0.36],
        [0, -0.5],
        [0.07, -0.36],
        [0.07, 0.36],
        [0, 0.5],
        [-0.07, 0.36],
      ],
      rgb: [248, 248, 244],
    },
    {
      points: [
        [-0.04, -0.4],
        [0, -0.45],
        [0.04, -0.4],
        [0.04, -0.35],
        [-0.04, -0.35],
      ],
      rgb: [52, 84, 120],
    },
  ];

function contains(points: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let inside = false;
  points.forEach(([x1, y1], i) => {
    const [x2, y2] = points[(i + 1) % points.length];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

/** Colour of the sample picture at (x, y) in [0, 1]: an aeroplane on its stand, its shadow, a taxi line and grass. */
function colourAt(x: number, y: number): readonly number[] {
  // Turned by a 3-4-5 triangle and 0.86 of the picture long.
  const turn = (px: number, py: number) =>
    [(0.8 * px + 0.6 * py) / 0.86, (-0.6 * px + 0.8 * py) / 0.86] as const;
  const [u, v] = turn(x - 0.5, y - 0.5);
  for (const { points, rgb } of plane.toReversed()) if (contains(points, u, v)) return rgb;
  const [su, sv] = turn(x - 0.56, y - 0.57);
  const shadow = plane.some(({ points }) => contains(points, su, sv)) ? 0.55 : 1;
  const ground =
    x + 0.35 * y > 1.16
      ? [116, 150, 82]
      : Math.abs(u + 0.02) < 0.018
        ? [226, 186, 58]
        : [158, 160, 164];
  return ground.map((v) => v * shadow);
}

/** The picture of a reader who brings none: 48 x 48 pixels. */
export function samplePicture(): Picture {
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 3);
  for (let i = 0; i < SIDE * SIDE; i++)
    pixels.set(
      colourAt(((i % SIDE) + 0.5) / SIDE, (Math.floor(i / SIDE) + 0.5) / SIDE).map(Math.round),
      3 * i,
    );
  return { width: SIDE, height: SIDE, pixels };
}

/** The channels that X has when it has 1 to 4. */
export function channelNames(channels: number): string[] {
  return channels === 1 ? ['Y'] : ['R', 'G', 'B', 'Y'].slice(0, channels);
}

/** The colours of one pixel: all its channels together, and each alone (red, green, blue tinted; Y is luminance). */
export function pixelColours(
  rgb: Uint8ClampedArray,
  i: number,
  channels: number,
): { whole: string; parts: string[] } {
  const [r, g, b] = rgb.subarray(3 * i, 3 * i + 3);
  const l = 0.299 * r + 0.587 * g + 0.114 * b;
  const parts = {
    R: hexOf(58 + 0.76 * r, 0.6 * r, 0.58 * r),
    G: hexOf(0.58 * g, 44 + 0.74 * g, 0.62 * g),
    B: hexOf(0.58 * b, 0.68 * b, 62 + 0.75 * b),
    Y: hexOf(l, l, l),
  };
  const whole =
    channels === 1 ? parts.Y : channels === 2 ? hexOf(r, g, (r + g) / 4) : hexOf(r, g, b);
  return { whole, parts: channelNames(channels).map((name) => parts[name as keyof typeof parts]) };
}
