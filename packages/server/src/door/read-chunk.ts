import { LIMITS, RecordingChunk } from '@sightline/protocol';
import { Compile } from 'typebox/compile';
import type { RecordingRow } from '../batch.ts';
import { corrected, type Offset } from './clock-offset.ts';
import { gzipProblem } from './gzip-problem.ts';
import { parseJson } from './parse-json.ts';
import { problemOf } from './problem-of.ts';

/** Turns one chunk of a native client into a row, or says why it cannot. */
export type ReadChunk = (chunk: unknown, offset: Offset | undefined) => RecordingRow | string;

/** Times up to the year 2200. */
const LATEST = 7_258_118_400_000;
const SEQUENCES = 4_294_967_295;

/**
 * Compiles the check of chunks. What is compressed stays so: its events are looked at when they are read, and a chunk that turns out
 * to be none is named there.
 */
export function chunkReader(): ReadChunk {
  const check = Compile(RecordingChunk);
  return (chunk, offset) => {
    if (!check.Check(chunk)) return problemOf(check, chunk, 'the chunk').reason;
    const { sequence, count, snapshot, encoding, data } = chunk;
    if (sequence > SEQUENCES) return `sequence must be at most ${SEQUENCES}, got ${sequence}`;
    if (chunk.at < 0 || chunk.until > LATEST || chunk.until < chunk.at)
      return `at and until must be times before the year 2200 in this order, got ${chunk.at} and ${chunk.until}`;
    const problem = encoding === 'gzip' ? gzipProblem(data, LIMITS.chunkInflatedBytes) : textProblem(data);
    if (problem !== undefined) return `data must be ${problem}`;
    const at = Math.round(chunk.at);
    return { sequence, at, until: Math.round(chunk.until), offsetMs: corrected(at, offset) - at, count, snapshot, encoding, events: data };
  };
}

const textProblem = (data: string): string | undefined =>
  Array.isArray(parseJson(data)) ? undefined : `the JSON array of its rrweb events, got ${JSON.stringify(data.slice(0, 40))}`;
