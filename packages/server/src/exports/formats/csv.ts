import type { ExportFormat } from '../export-format.ts';
import { csvFile } from '../files/csv-file.ts';
import { TABLES } from '../sources/index.ts';
import { tablesExplained } from '../tables-explained.ts';

/** Tidy tables as CSV. */
export const csv: ExportFormat = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  tables: TABLES,
  files: (tables, context) => tables.map((table) => csvFile(table, context)),
  beside: tablesExplained,
};
