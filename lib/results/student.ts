/**
 * Student's t distribution: what a difference of few runs is worth. With three runs a side, a difference has to be 2.8 of
 * its standard errors, not 2, before it is as improbable by chance as 1 in 20.
 */

/** Natural logarithm of the gamma function for x > 0, to 15 digits (Lanczos' series, g = 7). */
function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
    -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
    1.5056327351493116e-7,
  ];
  const shifted = x - 1;
  const series = coefficients.reduce((sum, c, i) => sum + (i === 0 ? c : c / (shifted + i)), 0);
  const t = shifted + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(series);
}

/** The continued fraction of the incomplete beta function (Lentz' method), for x < (a + 1) / (a + b + 2). */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m < 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / (1 + term * d);
      c = 1 + term / c;
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

/** Regularised incomplete beta function I_x(a, b), for x in [0, 1]. */
function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x);
  return (Math.exp(front) * betaFraction(a, b, x)) / a;
}

/** Probability that |t| is at least this large by chance, for `degrees` of freedom (any positive number). */
export function twoSided(t: number, degrees: number): number {
  return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t));
}

/**
 * The t beyond which, on both sides together, `chance` of the distribution lies: 2.776 for 4 degrees of freedom and 0.05.
 *
 * @throws RangeError where there are no degrees of freedom, or the chance is no probability
 */
export function critical(degrees: number, chance = 0.05): number {
  if (!(degrees > 0) || !(chance > 0 && chance < 1))
    throw new RangeError(
      `no critical t for ${degrees} degrees of freedom and a chance of ${chance}`,
    );
  let low = 0;
  let high = 1;
  while (twoSided(high, degrees) > chance) high *= 2;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (twoSided(middle, degrees) > chance) low = middle;
    else high = middle;
  }
  return high;
}
