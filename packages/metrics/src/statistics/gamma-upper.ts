import { logGamma } from './log-gamma.ts';

const PRECISION = 1e-15;
const STEPS = 10_000;
/** Keeps a continued fraction from dividing by nothing. */
const TINY = 1e-300;

/** The regularised upper incomplete gamma function Q(a, x): by series below a + 1, by continued fraction above. */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - factor * series(a, x) : factor * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; step < STEPS && Math.abs(term) > Math.abs(sum) * PRECISION; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

/** Lentz’ way of a continued fraction from its front. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let product = d;
  for (let step = 1; step < STEPS; step += 1) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / away(numerator * d + b);
    c = away(b + numerator / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return product;
}

const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
