import { statfs } from 'node:fs/promises';
import type { DiskSpace } from '@sightline/protocol';

const GIGABYTE = 10 ** 9;
/** Days of most studies, and time to make room; a twentieth of a disk of terabytes is no reason to worry anybody. */
const LOW_BYTES = GIGABYTE;
const LOW_SHARE = 0.05;
const LOW_AT_MOST_BYTES = 20 * GIGABYTE;

export interface DiskSpaceDeps {
  /** Where everything is kept. */
  directory: string;
  /** Events are refused, for want of room. */
  isRefusing: () => Promise<boolean>;
}

/** Looks how much room there is where everything is kept. */
export const diskSpace =
  ({ directory, isRefusing }: DiskSpaceDeps) =>
  async (): Promise<DiskSpace> => {
    const { bavail, blocks, bsize } = await statfs(directory);
    const freeBytes = bavail * bsize;
    const totalBytes = blocks * bsize;
    return { freeBytes, totalBytes, state: (await isRefusing()) ? 'full' : isLow(freeBytes, totalBytes) ? 'low' : 'enough' };
  };

/** Whether somebody should make room before events are refused. */
export const isLow = (freeBytes: number, totalBytes: number): boolean =>
  freeBytes < LOW_BYTES || freeBytes < Math.min(totalBytes * LOW_SHARE, LOW_AT_MOST_BYTES);
