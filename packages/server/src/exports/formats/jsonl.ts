import { jsonLinesTable } from '@sightline/protocol';
import type { ExportFormat } from '../export-format.ts';
import { jsonLinesFile } from '../files/json-lines-file.ts';
import type { TableSource } from '../table-source.ts';
import { tablesExplained } from '../tables-explained.ts';

const LINES: TableSource = { table: jsonLinesTable, columns: () => jsonLinesTable.columns, rows: { by: 'engine', source: 'lines' } };

/** One JSON object per line and event: what `sightline import` takes. */
export const jsonl: ExportFormat = {
  name: 'jsonl',
  mediaType: 'application/x-ndjson',
  tables: [LINES],
  files: (_tables, context) => [jsonLinesFile(context)],
  beside: tablesExplained,
};
