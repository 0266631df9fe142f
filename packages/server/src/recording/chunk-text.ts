import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import { LIMITS } from '@sightline/protocol';
import type { ChunkBody } from '../store/recorded-chunks.ts';

/** The JSON array of a chunk's rrweb events, or why there is none. */
export type ChunkText = { text: string; problem?: undefined } | { text: '[]'; problem: string };

const inflateElsewhere = promisify(gunzip);
/** Below this, handing the work to another thread costs ten times the work (measured: 200 chunks in 45 ms instead of 4). */
const SMALL_BYTES = 16 * 1024;
const SIZE = { maxOutputLength: LIMITS.chunkInflatedBytes };

/**
 * A chunk's events as JSON text. What a page compressed was never looked at: here it is, and no more of it is taken out of its
 * compression than a chunk may hold. What came as JSON was read at the door.
 */
export async function chunkText(body: ChunkBody | undefined): Promise<ChunkText> {
  if (body === undefined) return broken('the chunk was erased');
  if (body.encoding === 'json') return { text: body.text };
  try {
    const text = (await inflated(body.bytes)).toString();
    return Array.isArray(JSON.parse(text)) ? { text } : broken('expected a JSON array of rrweb events, got something else');
  } catch (error) {
    return broken(
      `expected a gzip of at most ${LIMITS.chunkInflatedBytes} bytes of JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const inflated = (bytes: Buffer): Buffer | Promise<Buffer> =>
  bytes.length <= SMALL_BYTES ? gunzipSync(bytes, SIZE) : inflateElsewhere(bytes, SIZE);

const broken = (problem: string): ChunkText => ({ text: '[]', problem });
