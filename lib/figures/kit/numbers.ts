// Numbers as they are written in figures.

/** 8771389 as `8,771,389`; decimals stay as they are. */
export function thousands(n: number): string {
  const [whole, decimals] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** MACs in millions or thousand millions: `471.9 M`, `16.868 G`. */
export function macsText(macs: number): string {
  if (macs >= 1e9) return `${(macs / 1e9).toFixed(3)} G`;
  return macs >= 1e5 ? `${(macs / 1e6).toFixed(1)} M` : thousands(macs);
}

/** A share in per cent: `5.7 %`, `< 0.1 %`. */
export function percent(part: number, whole: number): string {
  const share = (100 * part) / whole;
  return share > 0 && share < 0.1 ? '< 0.1 %' : `${share.toFixed(1)} %`;
}
