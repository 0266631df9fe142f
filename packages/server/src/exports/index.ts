import type { ExportFormat } from './export-format.ts';
import { bids } from './formats/bids.ts';
import { csv } from './formats/csv.ts';
import { jsonl } from './formats/jsonl.ts';
import { logui } from './formats/logui.ts';
import { parquet } from './formats/parquet.ts';

/** Every export format. */
export const EXPORTS: readonly ExportFormat[] = [csv, parquet, jsonl, logui, bids];
