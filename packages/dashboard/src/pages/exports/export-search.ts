import type { ExportFormatName } from '@sightline/protocol';
import { readFilter, writeFilter, type FilterSearch } from '../../filter/filter.ts';

/** What the export's form says, as its URL carries it; absent means CSV, and all tables. */
export interface ExportSearch extends FilterSearch {
  format?: ExportFormatName | undefined;
  /** Names with commas between. */
  tables?: string | undefined;
}

export const DEFAULT_FORMAT: ExportFormatName = 'csv';

const FORMATS: Record<ExportFormatName, true> = { csv: true, parquet: true, jsonl: true, logui: true, bids: true };

/** Reads the form's part of a URL; what cannot be read is left out. */
export const readExportSearch = (search: Record<string, unknown>): ExportSearch => ({
  ...writeFilter(readFilter(search)),
  ...(isFormat(search.format) && search.format !== DEFAULT_FORMAT ? { format: search.format } : {}),
  ...(typeof search.tables === 'string' ? { tables: search.tables } : {}),
});

/** Whether a format is made of tables to choose from. */
export const hasTables = (format: ExportFormatName): boolean => format === 'csv' || format === 'parquet';

const isFormat = (value: unknown): value is ExportFormatName => typeof value === 'string' && Object.hasOwn(FORMATS, value);
