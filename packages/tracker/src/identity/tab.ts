import type { SessionId, TabId } from '@sightline/protocol';
import type { BatchStore } from '../outbox/batch-store.ts';
import type { HeldLocks } from '../page/held-locks.ts';
import type { KeptTexts } from '../page/kept-texts.ts';
import { parsed } from './parsed.ts';

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
  let life = 0;

  const hold = async (id: TabId): Promise<boolean> => {
    const mine = (life += 1);
    release?.();
    const letGo = await locks.take(tabLock(id));
    // The page was left while the browser looked for the lock.
    if (mine === life) release = letGo;
    else letGo?.();
    return letGo !== undefined;
  };

  const renew = (of: SessionId): TabState => {
    const id = uuid() as TabId;
    // Nobody else can have the new name, so nobody has to wait for the lock.
    void hold(id);
    return { id, session: of, next: 0, epoch: 0 };
  };

  return {
    renew,
    async settle(store, of) {
      const handed = framed ? undefined : parsed<TabState>(session.get(KEY), ['id', 'session'], ['next', 'epoch']);
      if (!framed) session.remove(KEY);
      if (handed?.session !== of || !(await hold(handed.id))) return renew(of);
      return { ...handed, next: Math.max(handed.next, await store.next(handed.id)) };
    },
    leave(state) {
      if (!framed) session.set(KEY, JSON.stringify(state));
      // A held lock would also keep the document out of the back/forward cache.
      life += 1;
      release?.();
      release = undefined;
    },
  };
}
