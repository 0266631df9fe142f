import { frameBytes, frameRoom, writeFrame } from './frame.ts';

/** Frames that are to become durable together. */
export interface GroupBuffer {
  /** Writes a frame behind the others and answers its bytes; 0 where there is no room. A first frame always finds room. */
  add(json: string): number;
  /** The frames, valid until they are taken out. */
  bytes(): Buffer;
  empty(): void;
}

/**
 * A buffer that is used again and again. Frames go straight into it: between its arrival and its place on disk nothing of a batch is
 * left for the garbage collector to copy, which otherwise costs almost as much as making the frames.
 */
export function createGroupBuffer(size: number): GroupBuffer {
  const kept = Buffer.allocUnsafeSlow(size);
  let buffer = kept;
  let end = 0;

  return {
    add(json) {
      if (end + frameRoom(json) > buffer.length) {
        const bytes = frameBytes(json);
        if (end > 0 && end + bytes > buffer.length) return 0;
        if (bytes > buffer.length) buffer = Buffer.allocUnsafeSlow(bytes);
      }
      const from = end;
      end = writeFrame(buffer, from, json);
      return end - from;
    },
    bytes: () => buffer.subarray(0, end),
    empty() {
      buffer = kept;
      end = 0;
    },
  };
}
