import type { Column } from '@sightline/protocol';
import type { SessionHead } from '../../store/export-heads.ts';
import type { ExportSourceName } from '../../store/export-sources.ts';
import type { ExportContext } from '../export-context.ts';
import type { GrowingFile } from '../growing-file.ts';
import { parquetBody, parquetFooter } from '../parquet-joiner.ts';
import { parquetPiece } from '../parquet-piece.ts';
import { rowsOfPart, type PartData } from '../part-data.ts';
import type { Cell, RowSource, TableSource } from '../table-source.ts';

/** A table as Parquet: typed columns, their units and meanings in the metadata, a row group for each part. */
export function parquetFile({ table, columns: columnsIn, rows }: TableSource, context: ExportContext): GrowingFile {
  const columns = columnsIn(context);
  const ofFlight = rows.by === 'flight' ? rows.rows(context) : [];
  return {
    path: `${table.name}.parquet`,
    head: ofFlight.length === 0 ? { bytes: Buffer.from('PAR1'), rows: 0 } : headOf(parquetPiece(columns, ofFlight)),
    ...(rows.by === 'engine' && { ahead: ({ heads }) => pieceOfEngine(rows.source, { columns, heads, context }) }),
    async part(data, { offset, write }, read) {
      const piece = read ?? (rows.by === 'engine' ? undefined : await computedPiece(rows, { columns, data, context }));
      if (piece === undefined || piece.length === 0) return { rows: 0 };
      const { body, rows: count, note } = parquetBody(piece, offset);
      if (count === 0) return { rows: 0 };
      await write(body);
      return { rows: count, note };
    },
    tail: (notes) => parquetFooter({ notes, columns, table: table.name }),
  };
}

async function pieceOfEngine(
  source: ExportSourceName,
  { columns, heads, context }: { columns: readonly Column[]; heads: readonly SessionHead[]; context: ExportContext },
): Promise<Buffer> {
  const { flight, until, distinct, store, rules } = context;
  const pieces: Buffer[] = [];
  for await (const piece of store.exportPiece({ source, columns, encoding: 'parquet', flight: flight.id, heads, until, distinct, rules }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

async function computedPiece(
  rows: Exclude<RowSource, { by: 'engine' }>,
  { columns, data, context }: { columns: readonly Column[]; data: PartData; context: ExportContext },
): Promise<Buffer | undefined> {
  const cells: Cell[][] = [];
  for await (const ofSession of rowsOfPart(rows, data, context)) for (const row of ofSession) cells.push(row);
  return cells.length === 0 ? undefined : parquetPiece(columns, cells);
}

function headOf(piece: Buffer): GrowingFile['head'] {
  const { body, rows, note } = parquetBody(piece, 4);
  return { bytes: Buffer.concat([Buffer.from('PAR1'), body]), rows, note };
}
