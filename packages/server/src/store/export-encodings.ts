import type { Column, ColumnKind } from '@sightline/protocol';
import type { ClickHouseSettings } from '@clickhouse/client';

/** The forms in which the engine writes rows. */
export type EngineEncoding = 'csv' | 'parquet' | 'tsv' | 'lines';

interface Encoding {
  format: string;
  settings: ClickHouseSettings;
  /** Where the engine writes into a file itself: how blocks come to it. */
  intoFile: ClickHouseSettings;
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

/** Blocks of each of the store's parts wait for each other as they are merged. */
const BLOCK_ROWS = '2048';
const SMALL_BLOCKS: ClickHouseSettings = { max_block_size: BLOCK_ROWS, read_in_order_use_buffering: 0 };

/** Formatted by one thread: several take twice the memory for a fifth more work (measured). */
const TEXT: ClickHouseSettings = { ...SMALL_BLOCKS, output_format_parallel_formatting: 0 };

/** Blocks are joined to larger ones for an insert as a rule: they are copied, and text does not need it. */
const AS_THEY_COME: ClickHouseSettings = { min_insert_block_size_rows: '0', min_insert_block_size_bytes: '0' };

/** Rows that the engine holds at a time. */
const ROW_GROUP_ROWS = '8192';

/**
 * Exactly so many rows a row group, however far the store has merged: else the same export would have other bytes. Blocks are cut to one size first, which is
 * exact only where it is that of those read (seen with 26.7), and of so many blocks a row group is made.
 */
const EXACT_ROW_GROUPS: ClickHouseSettings = {
  use_strict_insert_block_limits: 1,
  min_insert_block_size_rows: BLOCK_ROWS,
  min_insert_block_size_bytes: '0',
  max_insert_block_size: BLOCK_ROWS,
  output_format_parquet_row_group_size: ROW_GROUP_ROWS,
};

/** Every one of them. */
export const ENCODINGS: Record<EngineEncoding, Encoding> = {
  csv: {
    format: 'CSV',
    settings: { ...TEXT, format_csv_null_representation: '' },
    intoFile: AS_THEY_COME,
    expression: (sql, { kind }) => (kind === 'boolean' ? `if(${sql}, 'true', 'false')` : sql),
  },
  parquet: {
    format: 'Parquet',
    settings: {
      ...SMALL_BLOCKS,
      // Measured (bench/results.md): dictionaries of texts that hardly repeat cost time and bytes, and a higher level a tenth of the time for 3 % of the bytes.
      output_format_parquet_compression_method: 'zstd',
      output_format_compression_level: '1',
      output_format_parquet_max_dictionary_size: '32768',
      // To hand over row groups to other threads costs a twentieth more (measured).
      output_format_parquet_parallel_encoding: 0,
      // Another server's blocks are as they are: one row group a piece. And nothing that points into the file from elsewhere than the footer: pieces are joined behind each other.
      output_format_parquet_row_group_size: '10000000',
      output_format_parquet_row_group_size_bytes: '4000000000',
      output_format_parquet_write_page_index: 0,
      output_format_parquet_write_bloom_filter: 0,
    },
    intoFile: EXACT_ROW_GROUPS,
    expression: (sql, { kind, nullable }) =>
      kind === 'instant' ? `fromUnixTimestamp64Milli(${sql}, 'UTC')` : `CAST(${sql}, '${orNull(PARQUET_TYPES[kind], nullable)}')`,
  },
  // Tab-separated with `n/a` where there is nothing, as BIDS asks for; JSON escapes what would break a line.
  tsv: {
    format: 'TSVRaw',
    settings: TEXT,
    intoFile: AS_THEY_COME,
    expression: (sql, { kind }) => {
      const value = kind === 'boolean' ? `if(${sql}, 'true', 'false')` : `toString(${sql})`;
      return `ifNull(nullIf(replaceRegexpAll(${value}, '[\\\\t\\\\r\\\\n]+', ' '), ''), 'n/a')`;
    },
  },
  lines: {
    format: 'TSVRaw',
    settings: {
      ...TEXT,
      output_format_json_escape_forward_slashes: 0,
      // Rows are put in order before they are joined with what their visitors tell.
      query_plan_remove_redundant_sorting: 0,
    },
    intoFile: AS_THEY_COME,
    expression: (sql) => sql,
  },
};
