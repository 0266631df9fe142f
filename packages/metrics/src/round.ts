/**
 * Rounds to decimals as Python's `round` does: exact ties go to the even neighbour, so that our answers equal the recording
 * backend's. A double is an exact tie at d decimals only if it is an odd multiple of 2^-(d+1).
 */
export function round(value: number, decimals: number): number {
  const halves = value * 2 ** (decimals + 1);
  const isTie = Number.isInteger(halves) && Math.abs(halves) % 2 === 1;
  const rounded = Number(value.toFixed(decimals));
  if (!isTie) return rounded;
  const step = 10 ** -decimals;
  const isEven = Math.round(Math.abs(rounded) / step) % 2 === 0;
  return isEven ? rounded : Number((rounded - Math.sign(value) * step).toFixed(decimals));
}
