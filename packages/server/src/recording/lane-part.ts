import type { Store } from '../store/index.ts';
import type { SessionKey } from '../store/question.ts';
import { readChunks } from './read-chunks.ts';

export interface LanePartQuery extends SessionKey {
  lane: string;
  from: number;
  to?: number;
}

/** Chunks that one answer looks at, and the characters of JSON after which it ends. */
const CHUNKS = 1_000;
const CHARACTERS = 16 * 1024 * 1024;

/** A `RecordingPart` as JSON text: the chunks' own text goes through as it is. */
export async function lanePart(
  store: Pick<Store, 'recordingIndex' | 'recordedChunks'>,
  { lane, from, to, ...key }: LanePartQuery,
): Promise<string> {
  const index = await store.recordingIndex({ ...key, lane, from, ...(to !== undefined && { to }), limit: CHUNKS + 1 });
  const chunks: string[] = [];
  let characters = 0;
  let next = index[CHUNKS]?.place ?? null;
  for await (const { place, at, until, offsetMs, text, problem } of readChunks(store, key, index.slice(0, CHUNKS))) {
    if (chunks.length > 0 && characters + text.length > CHARACTERS) {
      next = place;
      break;
    }
    characters += text.length;
    const head = JSON.stringify({ sequence: place, at: at + offsetMs, until: until + offsetMs, offsetMs, ...(problem && { problem }) });
    chunks.push(`${head.slice(0, -1)},"events":${text}}`);
  }
  return `{"chunks":[${chunks.join(',')}],"next":${next}}`;
}
