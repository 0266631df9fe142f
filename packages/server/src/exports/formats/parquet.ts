import type { ExportFormat } from '../export-format.ts';
import { parquetFile } from '../files/parquet-file.ts';
import { TABLES } from '../sources/index.ts';
import { tablesExplained } from '../tables-explained.ts';

/** The same tables as Parquet. */
export const parquet: ExportFormat = {
  name: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  tables: TABLES,
  files: (tables, context) => tables.map((table) => parquetFile(table, context)),
  beside: tablesExplained,
};
