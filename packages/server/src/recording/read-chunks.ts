import type { Store } from '../store/index.ts';
import type { IndexedChunk } from '../store/recording-index.ts';
import type { SessionKey } from '../store/question.ts';
import { chunkText, type ChunkText } from './chunk-text.ts';

/** Stored bytes and chunks that are read at a time: what memory holds of a recording, however long it is. */
const PAGE_BYTES = 2 * 1024 * 1024;
const PAGE_CHUNKS = 500;

/** The chunks of an index with what they hold, one after the other, page by page. */
export async function* readChunks(
  store: Pick<Store, 'recordedChunks'>,
  key: SessionKey,
  index: Iterable<IndexedChunk>,
): AsyncGenerator<IndexedChunk & ChunkText, void> {
  for (const page of pagesOf(index)) {
    const bodies = await store.recordedChunks({ ...key, chunks: page });
    for (const [at, chunk] of page.entries()) yield { ...chunk, ...(await chunkText(bodies[at])) };
  }
}

/** An index in pages of bounded size; each holds a chunk at least. */
export function* pagesOf(index: Iterable<IndexedChunk>): Generator<IndexedChunk[], void> {
  let page: IndexedChunk[] = [];
  let bytes = 0;
  for (const chunk of index) {
    if (page.length > 0 && (page.length >= PAGE_CHUNKS || bytes + chunk.bytes > PAGE_BYTES)) {
      yield page;
      page = [];
      bytes = 0;
    }
    page.push(chunk);
    bytes += chunk.bytes;
  }
  if (page.length > 0) yield page;
}
