import type { DiskSpace } from '@sightline/protocol';
import type { every } from '../every.ts';

export interface DiskWatchDeps {
  space: () => Promise<DiskSpace>;
  every: typeof every;
  log: Record<'warn' | 'info', (fields: object, message: string) => void>;
}

const LOOK_EVERY_MS = 60_000;
const WORDS: Record<DiskSpace['state'], string> = {
  enough: 'there is room on the disk again',
  low: 'the disk is nearly full: make room, or events will be refused',
  full: 'events are refused for want of room: make some',
};

/** Says in the log when room becomes scarce, once, and when there is enough again. */
export function watchDisk({ space, every, log }: DiskWatchDeps): { stop(): void } {
  let told: DiskSpace['state'] = 'enough';
  const look = async () => {
    const { state, freeBytes, totalBytes } = await space();
    if (state === told) return;
    told = state;
    log[state === 'enough' ? 'info' : 'warn']({ freeBytes, totalBytes }, WORDS[state]);
  };
  return {
    stop: every(LOOK_EVERY_MS, () => look().catch((error: unknown) => log.warn({ err: error }, 'the room on the disk cannot be seen'))),
  };
}
