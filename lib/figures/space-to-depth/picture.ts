// How the numbers of a pixel are coloured.
import { hexOf } from '../kit/rgb.ts';

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
