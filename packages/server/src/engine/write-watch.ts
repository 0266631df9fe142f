import type { Session } from 'chdb';

/** Notices writes that the disk refused. */
export interface WriteWatch {
  /** Throws where the disk refused a write since the engine started. */
  check(): void;
  stop(): void;
}

export interface WriteWatchDeps {
  session: Pick<Session, 'query'>;
  every: (ms: number, run: () => void) => () => void;
  /** The disk refused a write: what is in memory and what is on the disk differ from now on. */
  onRefused: () => void;
}

/** Parts that were merged into one stay for longer than that (see `store/keep-old-parts.ts`). */
const LOOK_EVERY_MS = 5_000;
const REFUSED = "SELECT value FROM system.events WHERE event = 'WriteBufferFromFileDescriptorWriteFailed'";

/**
 * chDB goes on when the disk refuses a write, and answers that all went well: a full disk, an exceeded quota or a broken disk would lose rows without
 * a word (seen with 26.7 and /dev/full, a full file system, a limit of file size). It counts such writes, though.
 */
export function createWriteWatch({ session, every, onRefused }: WriteWatchDeps): WriteWatch {
  let isTold = false;
  const isRefused = () => Number(session.query(REFUSED, 'TSV')) > 0;
  const look = () => {
    if (!isRefused()) return false;
    if (!isTold) onRefused();
    isTold = true;
    return true;
  };
  const stop = every(LOOK_EVERY_MS, look);
  return {
    check() {
      if (look())
        throw new Error('Code: 243. DB::Exception: the disk refused what the engine wrote: it is full, or broken. (NOT_ENOUGH_SPACE)');
    },
    stop,
  };
}
