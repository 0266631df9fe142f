import { setTimeout as wait } from 'node:timers/promises';

/** How long a writer waits for another, such as the command line beside the server. */
const GIVE_UP_AFTER_MS = 10_000;
const AGAIN_AFTER_MS = 5;

/**
 * Runs something on a SQLite file until no other writer is in its way. SQLite's own waiting would hold the whole process still,
 * and with it the events that arrive.
 */
export async function whileBusy<Value>(run: () => Promise<Value> | Value): Promise<Value> {
  for (let waitedMs = 0; ; waitedMs += AGAIN_AFTER_MS) {
    try {
      return await run();
    } catch (error) {
      if (!isBusy(error) || waitedMs >= GIVE_UP_AFTER_MS) throw error;
      await wait(AGAIN_AFTER_MS);
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && String(error.code).startsWith('SQLITE_BUSY')) || error.message.includes('database is locked'));
