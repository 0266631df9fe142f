import type { Frame } from './frame.ts';

interface Waiting {
  frame: Frame;
  resolve(): void;
  reject(reason: unknown): void;
}

/** What group commit needs. */
export interface GroupCommitDeps {
  /** Makes frames durable together; none of them where it rejects. */
  commit(frames: Frame[]): Promise<void>;
  /** How many bytes may go into the next group; one frame always may. */
  groupBytes(): number;
}

/** Collects what comes while a commit is under way, and commits it together next. */
export function createGroupCommit({ commit, groupBytes }: GroupCommitDeps) {
  let waiting: Waiting[] = [];
  let waitingBytes = 0;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    // Requests that are ready in this turn of the event loop share the first commit too.
    await nextTurn();
    while (waiting.length > 0) {
      const group = takeGroup();
      try {
        await commit(group.map(({ frame }) => frame));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    running = undefined;
  }

  function takeGroup(): Waiting[] {
    const limit = groupBytes();
    let bytes = 0;
    let count = 0;
    for (const { frame } of waiting) {
      if (count > 0 && bytes + frame.bytes > limit) break;
      bytes += frame.bytes;
      count += 1;
    }
    const group = count === waiting.length ? waiting : waiting.slice(0, count);
    waiting = count === waiting.length ? [] : waiting.slice(count);
    waitingBytes -= bytes;
    return group;
  }

  return {
    append(frame: Frame): Promise<void> {
      return new Promise((resolve, reject) => {
        waiting.push({ frame, resolve, reject });
        waitingBytes += frame.bytes;
        running ??= run();
      });
    },
    /** Bytes that wait for their turn. */
    waitingBytes: () => waitingBytes,
    /** Resolves when nothing waits any more. */
    settled: (): Promise<void> => running ?? Promise.resolve(),
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
