/** Names that one document at a time can hold, across all tabs. */
export interface HeldLocks {
  /** False where the browser has no Web Locks (pages without TLS): then every name is given to everyone. */
  known: boolean;
  /** Takes the name and answers how to let go of it, or undefined where another document holds it. */
  take(name: string): Promise<(() => void) | undefined>;
  /** Does something that no two documents may do at once. */
  alone<Value>(name: string, task: () => Value): Promise<Value>;
  /** Whether anyone holds a name that starts so. */
  held(prefix: string): Promise<boolean>;
}

/** Web Locks, which the browser releases itself when a tab dies. */
export function heldLocks(locks: LockManager | undefined): HeldLocks {
  if (!locks) return { known: false, take: async () => () => undefined, alone: async (_, task) => task(), held: async () => false };
  return {
    known: true,
    take: (name) =>
      new Promise((resolve) => {
        locks
          // The lock is held until its promise is resolved: how to do that is the answer.
          .request(name, { ifAvailable: true }, (lock) => (lock ? new Promise<void>(resolve) : resolve(undefined)))
          // An opaque origin (sandboxed frame) refuses locks: there nobody else can share the name.
          .catch(() => resolve(() => undefined));
      }),
    alone: (name, task) => locks.request(name, task).catch(task),
    held: async (prefix) => {
      const { held = [] } = await locks.query().catch((): LockManagerSnapshot => ({}));
      return held.some(({ name }) => name?.startsWith(prefix));
    },
  };
}
