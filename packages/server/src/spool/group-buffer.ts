import type { Frame } from './frame.ts';

/** Most groups are smaller; a larger one gets a buffer of its own. */
const KEPT_BYTES = 1024 * 1024;

/**
 * Puts frames behind each other, as bytes that are valid until the next call: joining texts and copying them into a new buffer for
 * each group costs almost half as much again as making the frames, most of it in the garbage collector.
 */
export function createGroupBuffer() {
  let kept: Buffer | undefined;

  return (frames: Frame[]): Buffer => {
    const bytes = frames.reduce((sum, frame) => sum + frame.bytes, 0);
    const buffer = bytes > KEPT_BYTES ? Buffer.allocUnsafeSlow(bytes) : (kept ??= Buffer.allocUnsafeSlow(KEPT_BYTES));
    let end = 0;
    for (const { text } of frames) end += buffer.write(text, end);
    if (end !== bytes) throw new Error(`spool: frames state ${bytes} bytes, got ${end}`);
    return buffer.subarray(0, end);
  };
}
