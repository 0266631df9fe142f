import { basename, join } from 'node:path';
import type { BaseLogger } from 'pino';
import type { Files } from './files.ts';
import { scanFrames, type ByteRange, type FoundFrame, type Scan } from './scan-frames.ts';

/** What recovery needs. */
export interface RecoverDeps {
  files: Files;
  /** Where bytes go that are no frames. */
  cutDirectory: string;
  log: Pick<BaseLogger, 'warn' | 'error'>;
}

/**
 * Makes a segment that a dead process left, or whose writing failed, loadable: whole frames stay, everything else is moved to the
 * cut directory. Answers the bytes that are left. What lies behind `keep` was never acknowledged.
 */
export async function recoverSegment({ files, cutDirectory, log }: RecoverDeps, path: string, keep: number): Promise<number> {
  const bytes = (await files.read(path)).subarray(0, keep);
  const scan = scanFrames(bytes);
  for (const range of scan.bad) {
    const copy = join(cutDirectory, `${basename(path)}.${range.from}-${range.to}`);
    await files.replace(copy, bytes.subarray(range.from, range.to));
    say(log, scan, range, { segment: path, from: range.from, to: range.to, copy });
  }
  const left = scan.frames.at(-1)?.to ?? 0;
  if (left === 0) await files.remove(path);
  else if (isWhole(scan, left)) await files.truncate(path, left);
  else await files.replace(path, Buffer.concat(scan.frames.flatMap((frame) => mended(bytes, frame))));
  return scan.frames.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Whether cutting the end off is all there is to do. */
const isWhole = ({ frames, bad }: Scan, left: number): boolean =>
  bad.every(({ from }) => from >= left) && frames.every(({ closed }) => closed);

function mended(bytes: Buffer, { from, to, json, closed }: FoundFrame): Buffer[] {
  return closed ? [bytes.subarray(from, to)] : [bytes.subarray(from, json.to), Buffer.from(']\n')];
}

function say(log: RecoverDeps['log'], { frames }: Scan, range: ByteRange, facts: object): void {
  const last = frames.at(-1);
  if (last === undefined || range.from >= last.to) log.warn(facts, 'spool: the torn end of a segment was cut off');
  else log.error(facts, 'spool: a damaged frame in the middle of a segment was taken out; whole frames around it are kept. Check the disk');
}
