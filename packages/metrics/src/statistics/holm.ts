/** Holm’s correction of p values of several comparisons, in the order given. */
export function holm(values: readonly number[]): number[] {
  const order = values.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const corrected = values.map(() => 1);
  let largest = 0;
  order.forEach(({ p, index }, place) => {
    largest = Math.max(largest, Math.min(1, p * (values.length - place)));
    corrected[index] = largest;
  });
  return corrected;
}
