import { setTimeout as after } from 'node:timers/promises';

/** Waits, or less where the signal ends it. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await after(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
