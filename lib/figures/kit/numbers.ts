// Numbers as they are written in figures.

/** 8771389 as `8,771,389`; decimals stay as they are. */
export function thousands(n: number): string {
  const [whole, decimals] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A share in per cent: `5.7 %`, `< 0.1 %`. */
export function percent(part: number, whole: number): string {
  const share = (100 * part) / whole;
  return share > 0 && share < 0.1 ? '< 0.1 %' : `${share.toFixed(1)} %`;
}
