const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A condition number in two digits: `13`, `480`, `7,500`, `1.7 × 10⁶`. */
export function condition(value: number): string {
  const rounded = Number(value.toPrecision(2));
  if (rounded < 100_000) return rounded.toLocaleString('en');
  const [digits, exponent] = rounded.toExponential(1).split('e+');
  return `${digits} × 10${Array.from(exponent, (digit) => SUPERSCRIPTS[Number(digit)]).join('')}`;
}

/** An error in grey levels: `0.03`, `0.4`, `29.2`, and where there is no picture left, `460`, `3.9 × 10¹³`; `0.0` for less than can be told from none. */
export function levels(error: number): string {
  if (error >= 100) return condition(error);
  return error.toFixed(error >= 0.005 && error < 0.095 ? 2 : 1);
}
