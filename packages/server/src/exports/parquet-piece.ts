import { gzipSync } from 'node:zlib';
import type { Column, ColumnKind } from '@sightline/protocol';
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Cell } from './table-source.ts';

/** Rows as a whole Parquet file with one row group: the same shape that the engine answers. */
export function parquetPiece(columns: readonly Column[], rows: readonly Cell[][]): Buffer {
  const data = columns.map((_, index) => rows.map((row) => row[index] ?? null));
  return Buffer.from(
    parquetWriteBuffer({
      schema: parquetSchema(columns),
      columnData: columns.map(({ name, kind }, index) => ({
        name,
        data: (data[index] ?? []).map((cell) => (cell === null ? null : CELLS[kind](cell))),
        offsetIndex: false,
      })),
      codec: 'GZIP',
      compressors: { GZIP: (bytes) => gzipSync(bytes, { level: 6 }) },
      rowGroupSize: Math.max(1, rows.length),
    }),
  );
}

/** What the writer takes for each kind. */
const CELLS: Record<ColumnKind, (cell: Exclude<Cell, null>) => unknown> = {
  text: String,
  json: String,
  integer: (cell) => BigInt(Math.round(Number(cell))),
  number: Number,
  boolean: Boolean,
  instant: (cell) => BigInt(Math.round(Number(cell))),
};

const TYPES: Record<ColumnKind, Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  instant: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' } },
};

/** The schema of a table that has no row at all is made here too. */
export const parquetSchema = (columns: readonly Column[]): SchemaElement[] => [
  { name: 'schema', num_children: columns.length },
  ...columns.map(({ name, kind, nullable }): SchemaElement => ({
    ...TYPES[kind],
    name,
    repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED',
  })),
];
