import { createGroupBuffer, type GroupBuffer } from './group-buffer.ts';

/** What group commit needs. */
export interface GroupCommitDeps {
  /** Makes the bytes of a group durable; none of them where it rejects. They are valid until it settles. */
  commit(bytes: Buffer): Promise<void>;
  /** A group takes no more than this, unless it is one frame. */
  groupBytes?: number;
}

interface Group {
  buffer: GroupBuffer;
  committed: Promise<void>;
  resolve(): void;
  reject(reason: unknown): void;
}

/** More than comes during one commit at any rate that was seen. */
const GROUP_BYTES = 1024 * 1024;
/** One is written while another fills; more are needed, and then given up, only where the disk falls behind. */
const BUFFERS_KEPT = 2;

/** Collects what comes while a commit is under way, and commits it together next. */
export function createGroupCommit({ commit, groupBytes = GROUP_BYTES }: GroupCommitDeps) {
  const spare: GroupBuffer[] = [];
  const waiting: Group[] = [];
  let waitingBytes = 0;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    // Requests that are ready in this turn of the event loop share the first commit too.
    await nextTurn();
    for (let group = commitNext(); group !== undefined;) {
      const tell = await group.ended;
      // The disk is to have work while the batches that are safe now are acknowledged.
      const next = commitNext();
      tell();
      group = next;
    }
    running = undefined;
  }

  /** Starts the next commit; `ended` gives how to tell those who wait. */
  function commitNext(): { ended: Promise<() => void> } | undefined {
    const group = waiting.shift();
    if (group === undefined) return undefined;
    const { buffer, resolve, reject } = group;
    const bytes = buffer.bytes();
    const end = (tell: () => void) => () => {
      waitingBytes -= bytes.length;
      release(buffer);
      tell();
    };
    const ended = commit(bytes).then(
      () => end(resolve),
      (error: unknown) => end(() => reject(error)),
    );
    return { ended };
  }

  function begin(): Group {
    const group = { buffer: spare.pop() ?? createGroupBuffer(groupBytes), ...outcome() };
    waiting.push(group);
    return group;
  }

  function taken(group: Group, bytes: number): Promise<void> {
    waitingBytes += bytes;
    running ??= run();
    return group.committed;
  }

  function release(buffer: GroupBuffer): void {
    buffer.empty();
    if (spare.length < BUFFERS_KEPT) spare.push(buffer);
  }

  return {
    /** Takes a batch as JSON text; resolves when it is durable. */
    append(json: string): Promise<void> {
      const last = waiting.at(-1);
      const bytes = last?.buffer.add(json) ?? 0;
      if (last !== undefined && bytes > 0) return taken(last, bytes);
      const next = begin();
      return taken(next, next.buffer.add(json));
    },
    /** Bytes that are not durable yet. */
    waitingBytes: () => waitingBytes,
    /** Resolves when nothing waits any more. */
    settled: (): Promise<void> => running ?? Promise.resolve(),
  };
}

/** One promise serves all batches of a group. */
function outcome(): Pick<Group, 'committed' | 'resolve' | 'reject'> {
  let resolve: () => void = nothing;
  let reject: (reason: unknown) => void = nothing;
  const committed = new Promise<void>((...settle) => ([resolve, reject] = settle));
  return { committed, resolve, reject };
}

const nothing = (): void => undefined;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
