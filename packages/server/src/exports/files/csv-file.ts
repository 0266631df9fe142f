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
    async part(data, { write }) {
      if (rows.by === 'engine') {
        const { flight, until, distinct, store, rules } = context;
        const counter = csvRows();
        for await (const piece of store.exportPiece({
          source: rows.source,
          columns,
          encoding: 'csv',
          flight: flight.id,
          heads: data.heads,
          until,
          distinct,
          rules,
        })) {
          counter.see(piece);
          await write(piece);
        }
        return { rows: counter.rows() };
      }
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

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Counts rows: line feeds that stand outside quotes. */
function csvRows() {
  let quoted = false;
  let count = 0;
  return {
    see(bytes: Buffer) {
      for (const byte of bytes) {
        if (byte === QUOTE) quoted = !quoted;
        else if (byte === LINE_FEED && !quoted) count += 1;
      }
    },
    rows: () => count,
  };
}
