import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { WrittenFile } from './journal.ts';

/** A file that is written from one end to the other, with its checksum. */
export interface FileWriter {
  readonly bytes: number;
  write(bytes: Buffer): Promise<void>;
  /** Makes safe what is written so far. */
  sync(): Promise<void>;
  finish(): Promise<Pick<WrittenFile, 'bytes' | 'sha256'>>;
  /** Lets go of it as it is. */
  close(): Promise<void>;
}

/** Opens a file for writing; what stands in it after so many bytes is cut off. */
export async function fileWriter(path: string, keep = 0): Promise<FileWriter> {
  const hash = createHash('sha256');
  const file = await open(path, keep === 0 ? 'w' : 'r+');
  if (keep > 0) {
    await file.truncate(keep);
    for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  }
  let at = keep;
  return {
    get bytes() {
      return at;
    },
    async write(bytes) {
      hash.update(bytes);
      let done = 0;
      while (done < bytes.length) done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
      at += bytes.length;
    },
    sync: () => file.datasync(),
    async finish() {
      await file.datasync();
      await file.close();
      return { bytes: at, sha256: hash.digest('hex') };
    },
    close: () => file.close(),
  };
}
