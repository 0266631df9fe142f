import type { ExportPieceQuery } from '../store/export-piece.ts';
import type { Piece } from '../store/piece.ts';
import type { ExportContext } from './export-context.ts';

/** Sessions' rows of a table as the engine writes them, in a form. */
export const enginePiece = (
  { store, flight, order, until, distinct, rules }: ExportContext,
  asked: Pick<ExportPieceQuery, 'source' | 'columns' | 'encoding' | 'heads'>,
): Promise<Piece> => store.exportPiece({ ...asked, flight: flight.id, sessionOrder: order, until, distinct, rules });

/** All bytes of a piece. */
export const allOf = (piece: Piece): AsyncIterable<Buffer> => piece.read(0, piece.bytes);
