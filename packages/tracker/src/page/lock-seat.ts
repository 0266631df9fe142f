import type { Seat } from '../presence/leader.ts';

/** A seat by Web Locks: the browser itself passes it on when a tab closes or crashes. */
export const lockSeat = (locks: LockManager, name: string): Seat => ({
  ask({ granted, lost }, forced) {
    const over = new AbortController();
    let release: (() => void) | undefined;
    const hold = () =>
      new Promise<void>((resolve) => {
        release = resolve;
        granted();
      });
    // A request for someone else's lock cannot be called off, and need not be: it is granted at once.
    locks.request(name, forced ? { steal: true } : { signal: over.signal }, hold).catch(() => {
      // Called off by ourselves, or the lock was taken away.
      if (!over.signal.aborted) lost();
    });
    return () => {
      over.abort();
      release?.();
    };
  },
});
