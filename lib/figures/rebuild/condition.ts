/** A condition number in two digits: `13`, `480`, `7,500`, `1.7 million`. The typefaces have no raised digits above three. */
export function condition(value: number): string {
  const rounded = Number(value.toPrecision(2));
  return rounded.toLocaleString(
    'en',
    rounded < 1e6 ? {} : { notation: 'compact', compactDisplay: 'long' },
  );
}

/** An error in grey levels: `0.03`, `0.4`, `29.2`, and where there is no picture left, `460`, `39 trillion`; `0.0` for less than can be told from none. */
export function levels(error: number): string {
  if (error >= 100) return condition(error);
  return error.toFixed(error >= 0.005 && error < 0.095 ? 2 : 1);
}
