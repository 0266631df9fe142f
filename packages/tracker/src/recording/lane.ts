import type { SessionId, TabId } from '@sightline/protocol';
import { parsed } from '../identity/parsed.ts';
import type { KeptTexts } from '../page/kept-texts.ts';

/** One tab's recording in one session, over all documents of the tab. */
export interface Lane {
  tab: TabId;
  session: SessionId;
  /** The next free number of a chunk. */
  next: number;
}

export interface Lanes {
  /** The tab's numbers, as the document before this one left them. */
  of(tab: TabId, session: SessionId): Lane;
  leave(lane: Lane): void;
}

const KEY = 'sightline-recording';

/** Carries the numbers of a tab's chunks over a navigation, beside the tab's own record: a new tab id begins at 0. */
export function createLanes(session: KeptTexts): Lanes {
  return {
    of(tab, of) {
      const handed = parsed<Lane>(session.get(KEY), ['tab', 'session'], ['next']);
      return handed?.tab === tab && handed.session === of ? handed : { tab, session: of, next: 0 };
    },
    leave: (lane) => void session.set(KEY, JSON.stringify(lane)),
  };
}
