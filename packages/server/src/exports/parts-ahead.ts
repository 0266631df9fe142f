import type { Piece } from '../store/piece.ts';
import type { GrowingFile } from './growing-file.ts';
import type { PartData } from './part-data.ts';
import type { SessionPart } from './session-parts.ts';

/** A part that can be written: what its files wanted to be made before is there, until the next part is asked for. */
export interface ReadPart extends SessionPart {
  data: PartData;
  /** What a file's `ahead` made. */
  made(file: GrowingFile): Piece | undefined;
}

interface MadePart extends ReadPart {
  drop(): Promise<void>;
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
  const begun: Promise<MadePart>[] = [];
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
      try {
        await begin();
        yield part;
      } finally {
        await part.drop();
      }
    }
  } finally {
    for (const left of await Promise.allSettled(begun)) if (left.status === 'fulfilled') await left.value.drop();
    await coming.return?.();
  }
}

async function readPart(part: SessionPart, files: readonly GrowingFile[], data: PartData): Promise<MadePart> {
  const made = new Map<GrowingFile, Piece>();
  const drop = async () => {
    for (const piece of made.values()) await piece.drop();
  };
  try {
    for (const file of files) if (file.ahead) made.set(file, await file.ahead(data));
  } catch (error) {
    await drop();
    throw error;
  }
  return { ...part, data, made: (file) => made.get(file), drop };
}
