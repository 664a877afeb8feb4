// Colours `#rrggbb` as numbers and back.

/** Red, green and blue of a colour `#rrggbb`, 0 to 255. */
export function rgbOf(hex: string): [r: number, g: number, b: number] {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [r, g, b];
}

/** The colour `#rrggbb` of red, green and blue, rounded and kept within 0 to 255. */
export function hexOf(...rgb: readonly number[]): string {
  const digits = (v: number) =>
    Math.round(Math.min(255, Math.max(0, v)))
      .toString(16)
      .padStart(2, '0');
  return `#${rgb.map(digits).join('')}`;
}

/** Between two colours `#rrggbb`, channel by channel, u in [0, 1]. */
export function blend(from: string, to: string, u: number): string {
  const end = rgbOf(to);
  return hexOf(...rgbOf(from).map((v, i) => v + u * (end[i] - v)));
}
