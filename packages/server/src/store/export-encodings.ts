import type { Column, ColumnKind } from '@sightline/protocol';
import type { ClickHouseSettings } from '@clickhouse/client';

/** The forms in which the engine writes rows. */
export type EngineEncoding = 'csv' | 'parquet' | 'tsv' | 'lines';

interface Encoding {
  format: string;
  settings: ClickHouseSettings;
  /** A column's expression, made into what the format writes. */
  expression(sql: string, column: Pick<Column, 'kind' | 'nullable'>): string;
}

const orNull = (type: string, nullable: boolean) => (nullable ? `Nullable(${type})` : type);

const PARQUET_TYPES: Record<ColumnKind, string> = {
  text: 'String',
  json: 'String',
  integer: 'Int64',
  number: 'Float64',
  boolean: 'Bool',
  instant: "DateTime64(3, 'UTC')",
};

/** Small blocks, formatted by one thread: several take twice the memory for a fifth more work (measured). */
const TEXT: ClickHouseSettings = { max_block_size: '8192', output_format_parallel_formatting: 0 };

/** Every one of them. */
export const ENCODINGS: Record<EngineEncoding, Encoding> = {
  csv: {
    format: 'CSV',
    settings: { ...TEXT, format_csv_null_representation: '' },
    expression: (sql, { kind }) => (kind === 'boolean' ? `if(${sql}, 'true', 'false')` : sql),
  },
  parquet: {
    format: 'Parquet',
    settings: {
      // Measured (bench/results.md): dictionaries of texts that hardly repeat cost time and bytes, and a higher level a tenth of the time for 3 % of the bytes.
      output_format_parquet_compression_method: 'zstd',
      output_format_compression_level: '1',
      output_format_parquet_max_dictionary_size: '131072',
      // One row group a piece, and nothing that points into the file from elsewhere than the footer: pieces are joined behind each other.
      output_format_parquet_row_group_size: '10000000',
      output_format_parquet_row_group_size_bytes: '4000000000',
      output_format_parquet_write_page_index: 0,
      output_format_parquet_write_bloom_filter: 0,
    },
    expression: (sql, { kind, nullable }) =>
      kind === 'instant' ? `fromUnixTimestamp64Milli(${sql}, 'UTC')` : `CAST(${sql}, '${orNull(PARQUET_TYPES[kind], nullable)}')`,
  },
  // Tab-separated with `n/a` where there is nothing, as BIDS asks for; JSON escapes what would break a line.
  tsv: {
    format: 'TSVRaw',
    settings: TEXT,
    expression: (sql, { kind }) => {
      const value = kind === 'boolean' ? `if(${sql}, 'true', 'false')` : `toString(${sql})`;
      return `ifNull(nullIf(replaceRegexpAll(${value}, '[\\\\t\\\\r\\\\n]+', ' '), ''), 'n/a')`;
    },
  },
  lines: { format: 'TSVRaw', settings: { ...TEXT, output_format_json_escape_forward_slashes: 0 }, expression: (sql) => sql },
};
