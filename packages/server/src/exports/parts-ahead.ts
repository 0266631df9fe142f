import type { GrowingFile } from './growing-file.ts';
import type { PartData } from './part-data.ts';
import type { SessionPart } from './session-parts.ts';

/** A part that can be written: what its files wanted to be read before is there. */
export interface ReadPart extends SessionPart {
  data: PartData;
  /** What a file's `ahead` read. */
  read(file: GrowingFile): Buffer | undefined;
}

/**
 * The parts of an export in their order, of which so many are read at a time, and one more as one is written. What one part's files
 * want is read one after another, so that the engine is asked for no more at once than that.
 */
export async function* partsAhead(
  parts: AsyncIterable<SessionPart>,
  { files, dataOf, atOnce }: { files: readonly GrowingFile[]; dataOf: (part: SessionPart) => PartData; atOnce: number },
): AsyncGenerator<ReadPart, void> {
  const coming = parts[Symbol.asyncIterator]();
  const begun: Promise<ReadPart>[] = [];
  const begin = async () => {
    while (begun.length < atOnce) {
      const next = await coming.next();
      if (next.done) return;
      const reading = readPart(next.value, files, dataOf(next.value));
      // Told to whoever takes it; until then nobody listens.
      reading.catch(() => undefined);
      begun.push(reading);
    }
  };
  try {
    await begin();
    for (let next = begun.shift(); next !== undefined; next = begun.shift()) {
      const part = await next;
      await begin();
      yield part;
    }
  } finally {
    await Promise.allSettled(begun);
    await coming.return?.();
  }
}

async function readPart(part: SessionPart, files: readonly GrowingFile[], data: PartData): Promise<ReadPart> {
  const read = new Map<GrowingFile, Buffer>();
  for (const file of files) if (file.ahead) read.set(file, await file.ahead(data));
  return { ...part, data, read: (file) => read.get(file) };
}
