/** How a language writes a number from a million on. */
export type Large = (value: number) => string;

/** A condition number in two digits: `13`, `480`, `7,500`, `1.7 million`. */
export function condition(value: number, large: Large): string {
  const rounded = Number(value.toPrecision(2));
  return rounded < 1e6 ? rounded.toLocaleString('en') : large(rounded);
}

/** An error in grey levels: `0.03`, `0.4`, `29.2`, and where there is no picture left, `460`, `39 trillion`; `0.0` for less than can be told from none. */
export function levels(error: number, large: Large): string {
  if (error >= 100) return condition(error, large);
  return error.toFixed(error >= 0.005 && error < 0.095 ? 2 : 1);
}
