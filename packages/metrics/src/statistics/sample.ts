/** Every so-manieth of a list, the first and last included, so that the same list gives the same sample. */
export function evenSample(values: ArrayLike<number>, most: number): number[] {
  if (values.length <= most) return Array.from(values);
  return Array.from({ length: most }, (_, index) => values[Math.round((index * (values.length - 1)) / (most - 1))] ?? Number.NaN);
}
