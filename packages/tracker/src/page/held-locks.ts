/** Names that one document at a time can hold, across all tabs. */
export interface HeldLocks {
  /** False where the browser has no Web Locks (pages without TLS): then every name is given to everyone. */
  known: boolean;
  /** Takes the name and answers how to let go of it, or undefined where another document holds it. */
  take(name: string): Promise<(() => void) | undefined>;
  /** Does something that no two documents may do at once. */
  alone<Value>(name: string, task: () => Value): Promise<Value>;
  /** Names that start so and are held by anyone. */
  held(prefix: string): Promise<string[]>;
}

/** Web Locks, which the browser releases itself when a tab dies. */
export function heldLocks(locks: LockManager | undefined): HeldLocks {
  if (!locks) return { known: false, take: async () => () => undefined, alone: async (_, task) => task(), held: async () => [] };
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
    alone: (name, task) => locks.request(name, task).catch(task),
    held: async (prefix) => {
      const { held = [] } = await locks.query().catch(() => ({ held: [] as LockInfo[] }));
      return held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
    },
  };
}
