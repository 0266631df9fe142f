import type { ExportContext } from '../export-context.ts';
import type { GrowingFile } from '../growing-file.ts';
import { parquetBody, parquetFooter } from '../parquet-joiner.ts';
import { parquetPiece } from '../parquet-piece.ts';
import { rowsOfPart } from '../part-data.ts';
import type { Cell, TableSource } from '../table-source.ts';

/** A table as Parquet: typed columns, their units and meanings in the metadata, a row group for each part. */
export function parquetFile({ table, columns: columnsIn, rows }: TableSource, context: ExportContext): GrowingFile {
  const columns = columnsIn(context);
  const ofFlight = rows.by === 'flight' ? rows.rows(context) : [];
  return {
    path: `${table.name}.parquet`,
    head: ofFlight.length === 0 ? { bytes: Buffer.from('PAR1'), rows: 0 } : headOf(parquetPiece(columns, ofFlight)),
    async part(data, { offset, write }) {
      const pieces: Buffer[] = [];
      if (rows.by === 'engine') {
        const { flight, until, distinct, store, rules } = context;
        for await (const piece of store.exportPiece({
          source: rows.source,
          columns,
          encoding: 'parquet',
          flight: flight.id,
          heads: data.heads,
          until,
          distinct,
          rules,
        }))
          pieces.push(piece);
      } else {
        const cells: Cell[][] = [];
        for await (const ofSession of rowsOfPart(rows, data, context)) for (const row of ofSession) cells.push(row);
        if (cells.length > 0) pieces.push(parquetPiece(columns, cells));
      }
      if (pieces.length === 0) return { rows: 0 };
      const { body, rows: count, note } = parquetBody(Buffer.concat(pieces), offset);
      if (count === 0) return { rows: 0 };
      await write(body);
      return { rows: count, note };
    },
    tail: (notes) => parquetFooter({ notes, columns, table: table.name }),
  };
}

function headOf(piece: Buffer): GrowingFile['head'] {
  const { body, rows, note } = parquetBody(piece, 4);
  return { bytes: Buffer.concat([Buffer.from('PAR1'), body]), rows, note };
}
