import { column } from '@sightline/protocol';
import type { ExportContext } from '../export-context.ts';
import type { GrowingFile } from '../growing-file.ts';

/** The one column that the engine makes of an event. */
const LINE = [column('line', 'json', 'The event.')];
const LINE_FEED = 0x0a;

/** One JSON object per line and event, written by the engine. */
export const jsonLinesFile = ({ store, flight, until, distinct }: ExportContext): GrowingFile => ({
  path: 'events.jsonl',
  head: { bytes: Buffer.alloc(0), rows: 0 },
  async part({ heads }, { write }) {
    let rows = 0;
    for await (const piece of store.exportPiece({
      source: 'lines',
      columns: LINE,
      encoding: 'lines',
      flight: flight.id,
      heads,
      until,
      distinct,
    })) {
      for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) rows += 1;
      await write(piece);
    }
    return { rows };
  },
  tail: () => Buffer.alloc(0),
});
