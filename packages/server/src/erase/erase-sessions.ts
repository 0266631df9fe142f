import type { ErasedFromExports } from '../registry/export-jobs.ts';
import type { Notes } from '../registry/notes.ts';
import type { Store } from '../store/index.ts';

export interface EraseSessionsDeps {
  store: Pick<Store, 'eraseSession'>;
  notes: Pick<Notes, 'erase'>;
  /** Takes away the files of exports that may hold what is erased. */
  exportJobs: { erase(erased: ErasedFromExports): Promise<unknown> };
}

/** Takes sessions of a flight out of the store, with what was remarked on them, and out of exports that may hold them. */
export async function eraseSessions(
  { store, notes, exportJobs }: EraseSessionsDeps,
  { sessions, ...erased }: ErasedFromExports & { sessions: readonly string[] },
): Promise<void> {
  // Before, so that an erasure that breaks off can be asked for again; after, because an export may have been begun meanwhile.
  await exportJobs.erase(erased);
  for (const session of sessions) {
    await store.eraseSession({ session, flight: erased.flight });
    await notes.erase(session);
  }
  await exportJobs.erase(erased);
}
