import { open } from 'node:fs/promises';

/** Bytes that are read once more, in order and in parts, and then let go of. */
export interface Piece {
  bytes: number;
  /** Where they are known without looking. */
  rows?: number | undefined;
  /** Those from one place to another; a buffer is used again for the next. */
  read(from: number, to: number): AsyncIterable<Buffer>;
  drop(): Promise<void>;
}

const BUFFER_BYTES = 256 * 1024;

/** A file as a piece; nothing of it is held. */
export async function openPiece(path: string, rows?: number): Promise<Piece> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    bytes: size,
    rows,
    async *read(from, to) {
      const buffer = Buffer.allocUnsafe(Math.min(BUFFER_BYTES, to - from));
      for (let at = from; at < to;) {
        const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, to - at), at);
        if (bytesRead === 0) throw new Error(`${path} ended at ${at}, expected ${to} bytes`);
        yield buffer.subarray(0, bytesRead);
        at += bytesRead;
      }
    },
    drop: () => file.close(),
  };
}

/** Bytes that are held, as a piece. */
export const heldPiece = (held: Buffer): Piece => ({
  bytes: held.length,
  async *read(from, to) {
    yield held.subarray(from, to);
  },
  drop: async () => undefined,
});
