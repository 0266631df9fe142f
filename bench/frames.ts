import { crc32 } from 'node:zlib';
import type { Batch } from '../packages/server/src/batch.ts';

/** A batch as a line of a spool segment. */
export function frame(batch: Batch): string {
  const json = JSON.stringify(batch);
  return `["${crc32(json).toString(16).padStart(8, '0')}",${Buffer.byteLength(json)},${json}]\n`;
}
