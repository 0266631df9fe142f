import type { SessionId, TabId } from '@sightline/protocol';
import type { BatchStore } from '../outbox/batch-store.ts';
import type { HeldLocks } from '../page/held-locks.ts';
import type { KeptTexts } from '../page/kept-texts.ts';
import { isUuidText } from './is-uuid-text.ts';

/** What a tab hands from one of its documents to the next. */
export interface TabState {
  id: TabId;
  /** Numbers count within one session: its certificate expects them from 0 on. */
  session: SessionId;
  /** The next free sequence. */
  next: number;
  /** Clock epochs used up by earlier documents. */
  epoch: number;
}

export interface Tab {
  /** The tab's id and numbers for this document, once it is sure that no other document has them. */
  settle(store: BatchStore, session: SessionId): Promise<TabState>;
  /** Another id: for a new session, or a document that goes before it settled. */
  renew(session: SessionId): TabState;
  leave(state: TabState): void;
}

const KEY = 'sightline-tab';
/** Held by the document that writes as this tab. */
export const tabLock = (tab: TabId): string => `${TAB_LOCKS}${tab}`;
export const TAB_LOCKS = 'sightline-tab-';

export interface TabDeps {
  session: KeptTexts;
  locks: HeldLocks;
  framed: boolean;
  uuid: () => string;
}

/**
 * Carries the tab's id over a navigation. The record is in `sessionStorage` only between two documents: a duplicated tab or
 * a popup copies the storage of a living document and so finds nothing, and a crash, after which numbers may be stale, leaves nothing.
 */
export function createTab({ session, locks, framed, uuid }: TabDeps): Tab {
  let release: (() => void) | undefined;

  const renew = (of: SessionId): TabState => {
    release?.();
    const id = uuid() as TabId;
    // Nobody else can have the new name, so nobody has to wait for the lock.
    void locks.take(tabLock(id)).then((letGo) => (release = letGo));
    return { id, session: of, next: 0, epoch: 0 };
  };

  return {
    renew,
    async settle(store, of) {
      const handed = framed ? undefined : parse(session.get(KEY));
      if (!framed) session.remove(KEY);
      if (handed?.session !== of) return renew(of);
      release = await locks.take(tabLock(handed.id));
      if (!release) return renew(of);
      return { ...handed, next: Math.max(handed.next, await store.next(handed.id)) };
    },
    leave(state) {
      if (!framed) session.set(KEY, JSON.stringify(state));
      // A held lock would also keep the document out of the back/forward cache.
      release?.();
      release = undefined;
    },
  };
}

function parse(text: string | null): TabState | undefined {
  try {
    const state: Partial<TabState> | null = JSON.parse(text ?? 'null');
    if (state && isUuidText(state.id) && isUuidText(state.session) && Number.isInteger(state.next) && Number.isInteger(state.epoch))
      return state as TabState;
  } catch {
    // Not ours, or damaged: the same as none.
  }
  return undefined;
}
