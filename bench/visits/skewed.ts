/** A whole number below `size`, the smaller the likelier. */
export const skewed = (random: () => number, size: number, by = 3): number => Math.min(size - 1, Math.floor(size * random() ** by));
