/** Names that one document at a time can hold, across all tabs. */
export interface HeldLocks {
  /** False where the browser has no Web Locks (pages without TLS): then every name is given to everyone. */
  known: boolean;
  /** Takes the name and answers how to let go of it, or undefined where another document holds it. */
  take(name: string): Promise<(() => void) | undefined>;
  /** Names that start so and are held by anyone. */
  held(prefix: string): Promise<string[]>;
}

/** Web Locks, which the browser releases itself when a tab dies. */
export function heldLocks(locks: LockManager | undefined): HeldLocks {
  if (!locks) return { known: false, take: async () => () => undefined, held: async () => [] };
  return {
    known: true,
    take: (name) =>
      new Promise((resolve) => {
        locks
          .request(name, { ifAvailable: true }, (lock) => {
            if (!lock) return resolve(undefined);
            return new Promise<void>((release) => resolve(release));
          })
          // An opaque origin (sandboxed frame) refuses locks: there nobody else can share the name.
          .catch(() => resolve(() => undefined));
      }),
    held: async (prefix) => {
      const { held = [] } = await locks.query().catch(() => ({ held: [] as LockInfo[] }));
      return held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
    },
  };
}
