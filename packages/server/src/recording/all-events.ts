import type { SessionKey } from '../store/question.ts';
import type { Store } from '../store/index.ts';
import type { IndexedChunk } from '../store/recording-index.ts';
import { byTime } from './lanes-of.ts';
import { readChunks } from './read-chunks.ts';

/** A session's whole recording as the text of rrweb events with commas between them, a chunk at a time; undefined where it has none. */
export async function allEvents(
  store: Pick<Store, 'recordingIndex' | 'recordedChunks'>,
  key: SessionKey,
): Promise<AsyncGenerator<string, void> | undefined> {
  const index = await store.recordingIndex(key);
  return index.length === 0 ? undefined : eventTexts(store, key, index);
}

async function* eventTexts(store: Pick<Store, 'recordedChunks'>, key: SessionKey, index: IndexedChunk[]): AsyncGenerator<string, void> {
  let separator = '';
  for await (const { text } of readChunks(store, key, byTime(index))) {
    const events = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']')).trim();
    if (events === '') continue;
    yield separator + events;
    separator = ',';
  }
}
