import { crc32 } from 'node:zlib';
import type { Batch } from '../batch.ts';

/** `["`, eight digits, `",`, and the comma behind the length. */
const HEAD_BYTES = 13;
/** `]` and the line feed. */
const TAIL_BYTES = 2;
/** Digits of the longest text there can be. */
const LENGTH_DIGITS = 10;
/** UTF-8 of one UTF-16 unit at most. */
const BYTES_PER_CHARACTER = 3;

/** Bytes that the frame of a text surely fits in; cheap to know, and up to three times what it takes. */
export const frameRoom = (json: string): number => HEAD_BYTES + LENGTH_DIGITS + json.length * BYTES_PER_CHARACTER + TAIL_BYTES;

/** Bytes that the frame of a text takes. */
export function frameBytes(json: string): number {
  const length = Buffer.byteLength(json);
  return HEAD_BYTES + digits(length) + length + TAIL_BYTES;
}

/**
 * Writes a batch's JSON as `["<crc32 of the JSON, 8 hex>",<bytes of the JSON>,<JSON>]` and a line feed, and answers where it ends. The
 * checksum is taken of the bytes where they lie: a text or a buffer of its own for each batch costs a third of the rate.
 */
export function writeFrame(into: Buffer, from: number, json: string): number {
  // Nearly all text is ASCII: then the length has as many digits as the number of characters, and the JSON is where it belongs at once.
  const guessed = from + HEAD_BYTES + digits(json.length);
  const length = into.write(json, guessed);
  const begin = from + HEAD_BYTES + digits(length);
  if (begin !== guessed) into.copyWithin(begin, guessed, guessed + length);
  const end = begin + length;
  const checksum = crc32(into.subarray(begin, end)).toString(16).padStart(8, '0');
  into.write(`["${checksum}",${length},`, from, 'latin1');
  into[end] = CLOSE;
  into[end + 1] = LINE_FEED;
  return end + TAIL_BYTES;
}

/** A batch as the spool keeps it: one line, checked by its own length and checksum. */
export function frameOf(batch: Batch): Buffer {
  const json = JSON.stringify(batch);
  const frame = Buffer.allocUnsafe(frameRoom(json));
  return frame.subarray(0, writeFrame(frame, 0, json));
}

const CLOSE = 0x5d;
const LINE_FEED = 0x0a;

const digits = (number: number): number => String(number).length;
