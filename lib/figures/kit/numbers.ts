// Numbers as they are written in figures.

/** 8771389 as `8,771,389`; decimals stay as they are. */
export function thousands(n: number): string {
  const [whole, decimals] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** "1 block", "2 blocks" */
export function plural(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
