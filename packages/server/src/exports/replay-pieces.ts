import { gzipSync } from 'node:zlib';
import { lanesOf } from '../recording/lanes-of.ts';
import { readChunks } from '../recording/read-chunks.ts';
import { validMarks } from '../recording/valid-marks.ts';
import type { IndexedChunk } from '../store/recording-index.ts';
import type { RecordingSource } from './recording-export.ts';

/** A piece of a recording in a replay file: what the file's player reads at once. */
export interface ReplayPiece {
  tab: string;
  kind: 'chunk' | 'checkpoint';
  sequence: number;
  /** Corrected times. */
  at: number;
  until: number;
  offsetMs: number;
  snapshot: boolean;
  /** Base64 of the gzip of a JSON array of rrweb events. */
  body: string;
}

const PIECE_MS = 10_000;
const PIECE_CHARACTERS = 512 * 1024;

/** A session's recording in pieces, tab by tab in order; checkpoints stand where a piece begins. */
export async function* replayPieces(
  store: Pick<RecordingSource, 'recordingIndex' | 'recordedChunks' | 'checkpointMarks' | 'checkpointEvents'>,
  key: { session: string; flight: string },
): AsyncGenerator<ReplayPiece, void> {
  const [index, marks] = await Promise.all([store.recordingIndex(key), store.checkpointMarks(key)]);
  for (const [tab, chunks] of lanesOf(index)) {
    const checkpoints = new Map(
      validMarks(
        marks.filter((mark) => mark.tab === tab && !mark.isEnd),
        chunks,
      ).map((mark) => [mark.place, mark]),
    );
    let open: OpenPiece | undefined;
    for await (const chunk of readChunks(store, key, chunks)) {
      if (open !== undefined && !belongs(open, chunk)) {
        yield closed(open);
        open = undefined;
      }
      open = grown(open, chunk, tab);
      const mark = checkpoints.get(chunk.place);
      if (mark === undefined) continue;
      yield closed(open);
      open = undefined;
      const kept = await store.checkpointEvents({ ...key, tab, place: mark.place });
      const at = mark.at + mark.offsetMs;
      if (kept !== undefined)
        yield {
          tab,
          kind: 'checkpoint',
          sequence: mark.place,
          at,
          until: at,
          offsetMs: mark.offsetMs,
          snapshot: true,
          body: packed(kept.events),
        };
    }
    if (open !== undefined) yield closed(open);
  }
}

type OpenPiece = Omit<ReplayPiece, 'body' | 'kind'> & { texts: string[]; characters: number };
type ReadChunk = IndexedChunk & { text: string };

const belongs = (piece: OpenPiece, chunk: ReadChunk): boolean =>
  !chunk.snapshot &&
  chunk.offsetMs === piece.offsetMs &&
  chunk.until + chunk.offsetMs - piece.at <= PIECE_MS &&
  piece.characters + chunk.text.length <= PIECE_CHARACTERS;

function grown(open: OpenPiece | undefined, { place, at, until, offsetMs, snapshot, text }: ReadChunk, tab: string): OpenPiece {
  const begun = open ?? { tab, sequence: place, at: at + offsetMs, until: 0, offsetMs, snapshot, texts: [], characters: 0 };
  const events = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']')).trim();
  if (events !== '') begun.texts.push(events);
  begun.characters += text.length;
  begun.until = Math.max(begun.until, until + offsetMs);
  return begun;
}

const closed = ({ texts, characters: _characters, ...piece }: OpenPiece): ReplayPiece => ({
  ...piece,
  kind: 'chunk',
  body: packed(`[${texts.join(',')}]`),
});

const packed = (json: string): string => gzipSync(json).toString('base64');
