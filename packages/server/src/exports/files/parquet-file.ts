import type { Column } from '@sightline/protocol';
import { heldPiece } from '../../store/piece.ts';
import { enginePiece } from '../engine-piece.ts';
import type { ExportContext } from '../export-context.ts';
import type { GrowingFile } from '../growing-file.ts';
import { heldPages, parquetFooter, parquetPages } from '../parquet-joiner.ts';
import { parquetPiece } from '../parquet-piece.ts';
import { rowsOfPart, type PartData } from '../part-data.ts';
import type { Cell, RowSource, TableSource } from '../table-source.ts';

const MAGIC = Buffer.from('PAR1');

/** A table as Parquet: typed columns, their units and meanings in the metadata, a row group for each part. */
export function parquetFile({ table, columns: columnsIn, rows }: TableSource, context: ExportContext): GrowingFile {
  const columns = columnsIn(context);
  const ofFlight = rows.by === 'flight' ? rows.rows(context) : [];
  return {
    path: `${table.name}.parquet`,
    head: ofFlight.length === 0 ? { bytes: MAGIC, rows: 0 } : headOf(parquetPiece(columns, ofFlight)),
    ...(rows.by === 'engine' && {
      ahead: ({ heads }) => enginePiece(context, { source: rows.source, columns, encoding: 'parquet', heads }),
    }),
    async part(data, { offset, write }, made) {
      const piece = made ?? (rows.by === 'engine' ? undefined : heldPiece(await computedPiece(rows, { columns, data, context })));
      if (piece === undefined || piece.bytes === 0) return { rows: 0 };
      const { from, to, rows: count, note } = await parquetPages(piece, offset);
      if (count === 0) return { rows: 0 };
      for await (const bytes of piece.read(from, to)) await write(bytes);
      return { rows: count, note };
    },
    tail: (notes) => parquetFooter({ notes, columns, table: table.name }),
  };
}

async function computedPiece(
  rows: Exclude<RowSource, { by: 'engine' }>,
  { columns, data, context }: { columns: readonly Column[]; data: PartData; context: ExportContext },
): Promise<Buffer> {
  const cells: Cell[][] = [];
  for await (const ofSession of rowsOfPart(rows, data, context)) for (const row of ofSession) cells.push(row);
  return cells.length === 0 ? Buffer.alloc(0) : parquetPiece(columns, cells);
}

function headOf(piece: Buffer): GrowingFile['head'] {
  const { to, rows, note } = heldPages(piece, MAGIC.length);
  return { bytes: piece.subarray(0, to), rows, note };
}
