import type { ExportFormat } from './export-format.ts';

/**
 * How many parts are made at once, and by how many threads each. Parquet is made fastest by a thread for each part; text takes so much more memory that
 * one part is made by all (measured: `bench/results.md`).
 */
export const shareThreads = ({ name }: Pick<ExportFormat, 'name'>, threads: number): { atOnce: number; threads: number } =>
  name === 'parquet' ? { atOnce: threads, threads: 1 } : { atOnce: 1, threads };
