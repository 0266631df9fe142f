import type { ErasedFromExports } from '../registry/export-jobs.ts';
import type { Notes } from '../registry/notes.ts';
import type { Store } from '../store/index.ts';
import type { SessionsOfFlight } from '../store/sessions-of-flight.ts';
import { eraseKeptAside } from './erase-kept-aside.ts';

/** What sessions leave traces in. */
export interface SessionErasureDeps {
  store: Pick<Store, 'markErased' | 'eraseSessions' | 'sessionsLeft'>;
  notes: Pick<Notes, 'erase'>;
  exports: { erase(erased: ErasedFromExports): Promise<string[]> };
  /** Loads what waits in the spool. */
  drain: () => Promise<void>;
  /** Folders of what could not be loaded. */
  keptAside: readonly string[];
}

/** Sessions to erase, with exports that finished since: they may hold them. */
export interface SessionErasure extends SessionsOfFlight {
  since: number;
  /** More than sessions is erased, such as who took part: then exports of other single sessions may hold that too. */
  andMore?: boolean;
}

/** What is being measured or indexed as a session is erased may be written after it. */
const TRIES = 5;

/** Erases sessions wherever something of them is, and answers which exports lost their files. May be repeated where it broke off. */
export async function eraseSessions(
  { store, notes, exports, drain, keptAside }: SessionErasureDeps,
  { flight, sessions, since, andMore = false }: SessionErasure,
): Promise<string[]> {
  const held: ErasedFromExports = { flight, since, ...(!andMore && { sessions }) };
  // Before, so that an erasure that breaks off finds its sessions again; after, because an export may have been begun meanwhile.
  const before = await exports.erase(held);
  if (sessions.length > 0) {
    await store.markErased({ flight, sessions });
    // What is loaded at this moment may not know of it yet.
    await drain();
    let left: readonly string[] = sessions;
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) throw new Error(`${left.length} of ${sessions.length} sessions are still being written to: erase once more`);
      await store.eraseSessions({ flight, sessions: left });
      left = await store.sessionsLeft({ flight, sessions });
    }
    await eraseKeptAside(keptAside, sessions);
    await notes.erase(sessions);
  }
  return [...before, ...(await exports.erase(held))];
}
