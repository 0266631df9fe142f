import { statfsSync } from 'node:fs';
import type { Session } from 'chdb';

/** Sees to it that what a statement writes is on the disk. */
export interface WriteWatch {
  /** Throws where there is not the room that a statement may be begun with. */
  before(): void;
  /** Throws where the disk refused a write since the engine started. */
  after(): void;
  close(): void;
}

export interface WriteWatchDeps {
  /** Used by nobody else. */
  session: Pick<Session, 'query' | 'close'>;
  /** Where the engine writes. */
  directory: string;
  every: (ms: number, run: () => void) => () => void;
  /** The disk refused a write: what is in memory and what is on the disk differ from now on. */
  onRefused: () => void;
}

/** More than others write in the moment of a statement: without the room for its definition, a table is lost, and the store cannot be opened any more. */
const FREE_BYTES = 64 * 1024 ** 2;
/** Parts that were merged into one stay for longer than that (see `store/keep-old-parts.ts`). */
const LOOK_EVERY_MS = 5_000;
const REFUSED = "SELECT value FROM system.events WHERE event = 'WriteBufferFromFileDescriptorWriteFailed'";

/**
 * chDB goes on when the disk refuses a write, and answers that all went well: a full disk, an exceeded quota or a broken disk would lose rows without
 * a word (seen with 26.7 and /dev/full, a full file system, a limit of file size). It counts such writes, though.
 */
export function createWriteWatch({ session, directory, every, onRefused }: WriteWatchDeps): WriteWatch {
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
    before() {
      const { bavail, bsize } = statfsSync(directory);
      if (bavail * bsize < FREE_BYTES) throw noSpace(`${bavail * bsize} bytes are free on the disk, ${FREE_BYTES} must be`);
    },
    after() {
      if (look()) throw noSpace('the disk refused what the engine wrote: it is full, or broken');
    },
    close() {
      stop();
      session.close();
    },
  };
}

const noSpace = (why: string) => new Error(`Code: 243. DB::Exception: ${why}. (NOT_ENOUGH_SPACE)`);
