/** Numbers in ascending order, as the other functions here want them. */
export const ascending = (values: Iterable<number>): Float64Array => Float64Array.from(values).sort();
