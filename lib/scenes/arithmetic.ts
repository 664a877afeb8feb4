// Math.sin, Math.cos, Math.exp and Math.pow may differ in their last bit between engines; + - * / and Math.sqrt may
// not. Whatever decides a scene is made of those.

export const TURN = 6.283185307179586;

/** Sine of an angle in radians, to about 1e-8. */
export function sine(angle: number): number {
  let x = angle - TURN * Math.round(angle / TURN);
  if (x > TURN / 4) x = TURN / 2 - x;
  else if (x < -TURN / 4) x = -TURN / 2 - x;
  const q = x * x;
  return (
    x *
    (1 -
      (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * (1 - (q / 110) * (1 - q / 156))))))
  );
}

/** Cosine of an angle in radians, to about 1e-8. */
export function cosine(angle: number): number {
  return sine(angle + TURN / 4);
}

/** e to the power of -x for x >= 0, to about 1e-6 of the result. */
export function decay(x: number): number {
  const y = x / 1024;
  let e = 1 - y * (1 - (y / 2) * (1 - (y / 3) * (1 - y / 4)));
  if (e < 0) return 0;
  for (let i = 0; i < 10; i++) e *= e;
  return e;
}

/** The geometric mean between a and b at t in [0, 1]: a (b/a)^t, by bisection with square roots. */
export function geometric(a: number, b: number, t: number): number {
  let value = 1;
  let root = b / a;
  let rest = t;
  for (let i = 0; i < 16; i++) {
    root = Math.sqrt(root);
    rest *= 2;
    if (rest >= 1) {
      value *= root;
      rest -= 1;
    }
  }
  return a * value;
}

export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : Math.min(x, high);
}
