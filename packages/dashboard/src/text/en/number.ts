/** A count with its noun. */
export const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** A number as English writes it. */
export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: digits }).format(value);
}
