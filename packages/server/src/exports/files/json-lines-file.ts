import { column } from '@sightline/protocol';
import { allOf, enginePiece } from '../engine-piece.ts';
import type { ExportContext } from '../export-context.ts';
import type { GrowingFile } from '../growing-file.ts';

/** The one column that the engine makes of an event. */
const LINE = [column('line', 'json', 'The event.')];
const LINE_FEED = 0x0a;

/** One JSON object per line and event, written by the engine. */
export const jsonLinesFile = (context: ExportContext): GrowingFile => ({
  path: 'events.jsonl',
  head: { bytes: Buffer.alloc(0), rows: 0 },
  ahead: ({ heads }) => enginePiece(context, { source: 'lines', columns: LINE, encoding: 'lines', heads }),
  async part(_data, { write }, made) {
    if (made === undefined) throw new Error('the events were not made ahead');
    let rows = 0;
    for await (const bytes of allOf(made)) {
      for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) rows += 1;
      await write(bytes);
    }
    return { rows };
  },
  tail: () => Buffer.alloc(0),
});
