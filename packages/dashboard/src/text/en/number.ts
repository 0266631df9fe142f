/** Made once: a page tells hundreds of numbers, and a format takes longer to make than to use. */
const FORMATS = [0, 1, 2, 3].map((maximumFractionDigits) => new Intl.NumberFormat('en', { maximumFractionDigits }));

/** A count with its noun. */
export const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

/** A number as English writes it. */
export function number(value: number, digits = 0): string {
  return (FORMATS[digits] ?? new Intl.NumberFormat('en', { maximumFractionDigits: digits })).format(value);
}
