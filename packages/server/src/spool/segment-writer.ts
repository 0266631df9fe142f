import { basename } from 'node:path';
import type { Files } from './files.ts';
import type { Segment } from './segment.ts';

/** What a segment's writer needs. */
export interface SegmentWriterDeps {
  files: Files;
  path: string;
  openedAt: number;
}

export type SegmentWriter = Awaited<ReturnType<typeof createSegmentWriter>>;

/** Creates a segment and writes groups of frames to its end, each durable before the next. */
export async function createSegmentWriter({ files, path, openedAt }: SegmentWriterDeps) {
  const file = await files.create(path);
  let bytes = 0;

  return {
    openedAt,
    /** Bytes that are durable; the file may be longer after a write that failed. */
    bytes: () => bytes,
    async write(group: Buffer): Promise<void> {
      await file.append(group);
      bytes += group.length;
    },
    close: () => file.close(),
    segment: (): Segment => ({ path, token: basename(path), bytes, openedAt }),
  };
}
