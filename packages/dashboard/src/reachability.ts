/** Remembers whether the server answered last time, for whoever shows it. */
export function createReachability() {
  let reachable = true;
  const listeners = new Set<() => void>();
  return {
    report(answered: boolean) {
      if (answered === reachable) return;
      reachable = answered;
      for (const listener of listeners) listener();
    },
    isReachable: () => reachable,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export type Reachability = ReturnType<typeof createReachability>;
