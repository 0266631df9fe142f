import { basename } from 'node:path';
import type { Files } from './files.ts';
import type { Frame } from './frame.ts';
import type { Segment } from './segment.ts';

export type SegmentWriter = Awaited<ReturnType<typeof createSegmentWriter>>;

/** Creates a segment and writes groups of frames to its end, each durable before the next. */
export async function createSegmentWriter({ files, path, openedAt }: { files: Files; path: string; openedAt: number }) {
  const file = await files.create(path);
  let bytes = 0;

  return {
    openedAt,
    /** Bytes that are durable; the file may be longer after a write that failed. */
    bytes: () => bytes,
    async write(frames: Frame[]): Promise<void> {
      const group = Buffer.from(frames.map(({ text }) => text).join(''));
      await file.append(group);
      await file.sync();
      bytes += group.length;
    },
    close: () => file.close(),
    segment: (): Segment => ({ path, token: basename(path), bytes, openedAt }),
  };
}
