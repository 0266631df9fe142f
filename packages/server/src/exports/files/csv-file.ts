import { allOf, enginePiece } from '../engine-piece.ts';
import type { ExportContext } from '../export-context.ts';
import type { GrowingFile } from '../growing-file.ts';
import { rowsOfPart } from '../part-data.ts';
import type { Cell, TableSource } from '../table-source.ts';

/** A table as CSV (RFC 4180): a head line, texts in quotes, nothing where a value is not known. */
export function csvFile({ table, columns: columnsIn, rows }: TableSource, context: ExportContext): GrowingFile {
  const columns = columnsIn(context);
  const ofFlight = rows.by === 'flight' ? rows.rows(context) : [];
  return {
    path: `${table.name}.csv`,
    head: {
      bytes: Buffer.from([columns.map(({ name }) => name), ...ofFlight].map(csvLine).join('')),
      rows: ofFlight.length,
    },
    ...(rows.by === 'engine' && {
      ahead: ({ heads }) => enginePiece(context, { source: rows.source, columns, encoding: 'csv', heads }),
    }),
    async part(data, { write }, made) {
      if (made) {
        for await (const bytes of allOf(made)) await write(bytes);
        return { rows: made.rows ?? 0 };
      }
      if (rows.by === 'engine') throw new Error(`${table.name} was not made ahead`);
      let count = 0;
      for await (const lines of rowsOfPart(rows, data, context)) {
        count += lines.length;
        if (lines.length > 0) await write(Buffer.from(lines.map(csvLine).join('')));
      }
      return { rows: count };
    },
    tail: () => Buffer.alloc(0),
  };
}

/** A line as the engine writes it. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\n`;

const cell = (value: Cell): string => {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : `"${String(value).replaceAll('"', '""')}"`;
};
