import { ask } from './ask.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';
import type { IndexedChunk } from './recording-index.ts';

/** What a chunk holds, as it is stored: the JSON array of its events as text, or the gzip of that. */
export type ChunkBody = { encoding: 'json'; text: string } | { encoding: 'gzip'; bytes: Buffer };

export interface RecordedChunksQuery extends SessionKey {
  /** Which, as the index tells; a few hundred at most. */
  chunks: readonly Pick<IndexedChunk, 'tab' | 'sequence'>[];
}

/** What some chunks hold, in the order in which they are asked for; undefined for one that is gone. */
export async function recordedChunks(
  { engine }: QuestionDeps,
  { chunks, ...key }: RecordedChunksQuery,
): Promise<(ChunkBody | undefined)[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined || chunks.length === 0) return chunks.map(() => undefined);
  const rows = await ask<{ tab: string; sequence: number; encoding: string; body: string }>(
    engine,
    // Each of the tabs with each of the sequences: the key finds them, and the few too many are left out below.
    `SELECT tab, sequence, encoding, if(encoding = 'gzip', base64Encode(events), events) AS body FROM recordings FINAL
     WHERE flight = {flight:String} AND session = {session:UUID} AND tab IN {tabs:Array(UUID)}
       AND sequence IN {sequences:Array(UInt32)}`,
    {
      flight,
      session: key.session,
      tabs: [...new Set(chunks.map(({ tab }) => tab))],
      sequences: chunks.map(({ sequence }) => sequence),
    },
  );
  const found = new Map(rows.map((row) => [`${row.tab} ${row.sequence}`, row]));
  return chunks.map(({ tab, sequence }) => {
    const row = found.get(`${tab} ${sequence}`);
    if (row === undefined) return undefined;
    return row.encoding === 'gzip' ? { encoding: 'gzip', bytes: Buffer.from(row.body, 'base64') } : { encoding: 'json', text: row.body };
  });
}
