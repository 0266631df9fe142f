import type { ExportFormat } from './export-format.ts';

/** How many parts of an export are made at once where so many threads are to be had: text by two takes a sixth less time, and two thirds more memory (measured: `bench/results.md`). */
export const partsAtOnce = ({ name }: Pick<ExportFormat, 'name'>, threads: number): number => (name === 'parquet' ? threads : 1);
