// Which channels of a map say something about an object.
import type { Box } from '../detection/index.ts';

/** A map of a network: float32 [height, width, channels], `stride` pixels of the picture a number. */
export interface FeatureMap {
  data: Float32Array;
  height: number;
  width: number;
  channels: number;
  stride: number;
}

/**
 * The channels, best first, by how far their mean inside a box (pixels) lies from that of the whole map, in standard
 * deviations of the map.
 */
export function standingOut(
  { data, height, width, channels, stride }: FeatureMap,
  box: Box,
): number[] {
  const from = (at: number, end: number) => Math.min(end - 1, Math.max(0, Math.floor(at / stride)));
  const to = (at: number, end: number) => Math.min(end, Math.max(1, Math.ceil(at / stride)));
  const [left, top] = [from(box.x, width), from(box.y, height)];
  const [right, bottom] = [to(box.x + box.width, width), to(box.y + box.height, height)];
  const contrast = (channel: number): number => {
    let [sum, squares, inside, count] = [0, 0, 0, 0];
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const value = data[(row * width + column) * channels + channel];
        sum += value;
        squares += value * value;
        if (row < top || row >= bottom || column < left || column >= right) continue;
        inside += value;
        count++;
      }
    const mean = sum / (height * width);
    const deviation = Math.sqrt(Math.max(0, squares / (height * width) - mean * mean));
    return deviation > 0 ? Math.abs(inside / count - mean) / deviation : 0;
  };
  return Array.from({ length: channels }, (_, channel) => ({ channel, far: contrast(channel) }))
    .sort((a, b) => b.far - a.far)
    .map(({ channel }) => channel);
}
