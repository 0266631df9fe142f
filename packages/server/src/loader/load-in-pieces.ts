import { dirname, join } from 'node:path';
import type { Batch } from '../batch.ts';
import type { Files } from '../spool/files.ts';
import { frameOf } from '../spool/frame.ts';
import { scanFrames } from '../spool/scan-frames.ts';
import type { Segment } from '../spool/segment.ts';
import type { Quarantine } from './quarantine.ts';
import type { Strikes } from './strikes.ts';

/** What loading in pieces needs. */
export interface PiecesDeps {
  load: (segment: { path: string; token: string }) => Promise<unknown>;
  files: Files;
  quarantine: Quarantine;
  strikes: Strikes;
}

/**
 * Loads a segment that the store does not take whole: halves it until the batch at fault stands alone, and keeps that one aside.
 * Tokens follow from the segment's, so that doing it again after a crash changes nothing.
 */
export async function loadInPieces({ load, files, quarantine, strikes }: PiecesDeps, segment: Segment): Promise<void> {
  const frames = await resentFrames(files, segment.path);
  const directory = join(dirname(segment.path), 'split');
  await files.makeDirectory(directory);
  await loadRange(0, frames.length);

  async function loadRange(from: number, to: number): Promise<void> {
    const token = `${segment.token}.${from}-${to}`;
    const isOne = to - from === 1;
    try {
      if (isOne || !strikes.isOut(token)) return await loadPiece(token, frames.slice(from, to).join(''));
    } catch (error) {
      if (!strikes.failure(token, error)) throw error;
      if (isOne) await quarantine.keep(token, frames[from] ?? '', error);
    }
    if (!isOne) {
      const middle = from + Math.floor((to - from) / 2);
      await loadRange(from, middle);
      await loadRange(middle, to);
    }
    strikes.forget(token);
  }

  async function loadPiece(token: string, text: string): Promise<void> {
    const path = join(directory, token);
    await files.replace(path, text);
    try {
      await load({ path, token });
      strikes.success(token);
    } finally {
      await files.remove(path);
    }
  }
}

/** The attempt on the whole segment may have stored a part of it: nothing in a piece is surely new. */
async function resentFrames(files: Files, path: string): Promise<string[]> {
  const bytes = await files.read(path);
  return scanFrames(bytes).frames.map(({ json }) => {
    const batch = JSON.parse(bytes.toString('utf8', json.from, json.to)) as Batch;
    return frameOf({ ...batch, fresh: false }).toString();
  });
}
