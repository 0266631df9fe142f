/** What was opened and has to be closed again: after use, or because what comes next could not be opened. */
export interface Opened {
  /** Remembers how to close what was just opened. */
  add(close: () => unknown): void;
  /** Closes everything, the last one first; one that fails keeps no other open. */
  close(): Promise<void>;
}

/** Nothing is open yet. */
export function createOpened(): Opened {
  const closings: (() => unknown)[] = [];
  return {
    add: (close) => void closings.push(close),
    async close() {
      const failures: unknown[] = [];
      for (let close = closings.pop(); close !== undefined; close = closings.pop()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
