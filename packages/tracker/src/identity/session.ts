import type { SessionId } from '@sightline/protocol';
import type { KeptTexts } from '../page/kept-texts.ts';
import { parsed } from './parsed.ts';

/** What all tabs of a visitor share about their session. */
export interface SessionRecord {
  id: SessionId;
  /** When something last happened in it. */
  activeAt: number;
  /** When a tab left it, unless something happened in another since. */
  leftAt?: number;
}

const KEY = 'sightline-session';
export const IDLE_MS = 30 * 60_000;
export const RESUME_MS = 5 * 60_000;

/** Whether a session goes on: something happened within 30 minutes, and a tab is open or the last one left within 5. */
export function goesOn(record: SessionRecord, now: number, tabOpen: boolean): boolean {
  if (now - record.activeAt > IDLE_MS) return false;
  return tabOpen || record.leftAt === undefined || now - record.leftAt <= RESUME_MS;
}

export interface Session {
  id(): SessionId;
  /** Joins the session that goes on, or begins one; `tabOpen` tells whether the visitor has another tab. */
  join(tabOpen: boolean): void;
  /** Notes that something happens; true where the session had ended and another began. */
  touch(): boolean;
  leave(): void;
}

/** The visit, shared through storage by all tabs of the visitor. */
export function createSession({ local, uuid, wall }: { local: KeptTexts; uuid: () => string; wall: () => number }): Session {
  let current: SessionRecord = { id: uuid() as SessionId, activeAt: wall() };

  const known = () => parsed<SessionRecord>(local.get(KEY), ['id'], ['activeAt']);

  const enter = (tabOpen: boolean) => {
    const now = wall();
    const found = known() ?? current;
    current = { id: goesOn(found, now, tabOpen) ? found.id : (uuid() as SessionId), activeAt: now };
    local.set(KEY, JSON.stringify(current));
  };

  return {
    id: () => current.id,
    join: enter,
    touch() {
      const before = current.id;
      enter(true);
      return current.id !== before;
    },
    leave() {
      const found = known();
      if (found?.id === current.id) local.set(KEY, JSON.stringify({ ...found, leftAt: wall() }));
    },
  };
}
