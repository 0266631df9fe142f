import { crc32 } from 'node:zlib';
import type { Batch } from '../batch.ts';

/** A batch as the spool keeps it: one line, checked by its own length and checksum. */
export interface Frame {
  text: string;
  bytes: number;
}

/** Writes a batch as `["<crc32 of the JSON, 8 hex>",<bytes of the JSON>,<JSON>]` and a line feed. */
export function frameOf(batch: Batch): Frame {
  const json = JSON.stringify(batch);
  const length = Buffer.byteLength(json);
  // The checksum is taken of the text: making a buffer of each batch first costs a third of the rate.
  const head = `["${crc32(json).toString(16).padStart(8, '0')}",${length},`;
  return { text: `${head}${json}]\n`, bytes: head.length + length + 2 };
}
