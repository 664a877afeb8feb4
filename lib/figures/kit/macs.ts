// Multiply-accumulates as they are written in figures that have a price.
import { thousands } from './numbers.ts';

/** MACs in millions or thousand millions: `471.9 M`, `16.868 G`. */
export function macsText(macs: number): string {
  if (macs >= 1e9) return `${(macs / 1e9).toFixed(3)} G`;
  return macs >= 1e5 ? `${(macs / 1e6).toFixed(1)} M` : thousands(macs);
}
