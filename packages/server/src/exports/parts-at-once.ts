import type { ExportFormat } from './export-format.ts';

/** How many parts of an export are made at once where so many threads are to be had: text takes little less time by two, and half as much memory again (measured: `bench/results.md`). */
export const partsAtOnce = ({ name }: Pick<ExportFormat, 'name'>, threads: number): number => (name === 'parquet' ? threads : 1);
