import type { Scene } from './generate.ts';

/**
 * FNV-1a (32 bits, 8 hexadecimal digits) over a scene's pixels and its boxes in thousandths of a pixel: equal where
 * two engines draw the same scene.
 */
export function sceneHash({ pixels, objects }: Scene): string {
  let h = 0x811c9dc5;
  const add = (byte: number): void => {
    h = Math.imul(h ^ byte, 0x01000193);
  };
  for (let i = 0; i < pixels.length; i++) add(pixels[i]);
  for (const { classIndex, x, y, width, height } of objects) {
    add(classIndex);
    for (const value of [x, y, width, height]) {
      const whole = Math.round(value * 1000);
      for (let shift = 0; shift < 32; shift += 8) add((whole >>> shift) & 255);
    }
  }
  return (h >>> 0).toString(16).padStart(8, '0');
}
