import type { LiveChunk, SessionNews } from '@sightline/protocol';
import type { Batch, RecordingRow } from '../batch.ts';
import type { ChunkBody } from '../store/recorded-chunks.ts';
import { chunkText } from './chunk-text.ts';

/**
 * What a batch says to those who watch its session, as a line of JSON: `SessionNews`. Chunks that their tab does not number have their place only in
 * the store; of those, and where not the `whole` is wanted, it is told that they came.
 */
export async function newsOf({ tab, dialect, events, recordings, refused }: Batch, { whole }: { whole: boolean }): Promise<string> {
  const isTold = whole && dialect === 'native';
  const isMore = refused.some(({ kind }) => kind === 'recording') || (recordings.length > 0 && !isTold);
  const head: SessionNews = { tab, events: events.length, ...(isMore && { more: true }) };
  const chunks = isTold ? await Promise.all(recordings.map(chunkLine)) : [];
  return `${JSON.stringify(head).slice(0, -1)}${chunks.length > 0 ? `,"chunks":[${chunks.join(',')}]` : ''}}`;
}

async function chunkLine({ sequence, at, until, offsetMs, count, snapshot, encoding, events }: RecordingRow): Promise<string> {
  const { text, problem } = await chunkText(bodyOf(encoding, events));
  const head: Omit<LiveChunk, 'events'> = {
    sequence,
    at: at + offsetMs,
    until: until + offsetMs,
    offsetMs,
    count,
    snapshot,
    bytes: text.length,
    ...(problem !== undefined && { problem }),
  };
  return `${JSON.stringify(head).slice(0, -1)},"events":${text}}`;
}

function bodyOf(encoding: RecordingRow['encoding'], events: RecordingRow['events']): ChunkBody {
  if (encoding === 'gzip' && typeof events === 'string') return { encoding, bytes: Buffer.from(events, 'base64') };
  return { encoding: 'json', text: typeof events === 'string' ? events : JSON.stringify(events) };
}
