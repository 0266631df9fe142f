import type { SessionId } from '@sightline/protocol';
import type { LifeSign } from '../outbox/life-sign.ts';
import type { KeptTexts } from '../page/kept-texts.ts';
import { parsed } from './parsed.ts';
import type { SessionRecord } from './session-record.ts';

/** How long a session lasts, in seconds. */
export interface SessionLimits {
  /** After all tabs were closed, it goes on if the site is opened again within this. */
  resumeWithinS: number;
  /** It ends when nothing was done for so long. */
  idleEndsS: number;
  /** It ends at this age at the latest. */
  longestS: number;
}

export const SESSION_LIMITS: SessionLimits = { resumeWithinS: 300, idleEndsS: 1_800, longestS: 86_400 };

const KEY = 'sightline-session';
/** How exactly the last activity is known to other tabs: the less often it is written, the cheaper. */
const TOUCH_MS = 5_000;

/**
 * Whether a session goes on: it is not too old, something was done not too long ago, and a tab is open or the last sign of one
 * (`aliveAt`) is recent. `tabOpen` is undefined where nobody can know.
 */
export function goesOn(
  { startedAt, activeAt, leftAt }: Omit<SessionRecord, 'id'>,
  { now, tabOpen, aliveAt = 0, limits }: { now: number; tabOpen: boolean | undefined; aliveAt?: number; limits: SessionLimits },
): boolean {
  if (now - startedAt > limits.longestS * 1e3 || now - activeAt > limits.idleEndsS * 1e3) return false;
  if (tabOpen ?? leftAt === undefined) return true;
  return now - Math.max(activeAt, leftAt ?? 0, aliveAt) <= limits.resumeWithinS * 1e3;
}

export interface Session {
  id(): SessionId;
  record(): SessionRecord;
  /** Joins the session that goes on, or begins one; `tabOpen` tells whether the visitor has another tab, `signs` when dead ones last lived. */
  join(tabOpen: boolean | undefined, signs?: readonly LifeSign[]): void;
  /** Notes that somebody does something; true where the session had ended and another began. */
  touch(): boolean;
  leave(): void;
  /** When it ends unless somebody does something: ms since 1970 on the wall clock. */
  endsAt(): number;
}

export interface SessionDeps {
  local: KeptTexts;
  uuid: () => string;
  wall: () => number;
}

/** The visit, shared through storage by all tabs of the visitor. */
export function createSession({ local, uuid, wall }: SessionDeps, given?: Partial<SessionLimits>): Session {
  const limits = { ...SESSION_LIMITS, ...given };
  const started = (now: number): SessionRecord => ({ id: uuid() as SessionId, startedAt: now, activeAt: now });
  let current = started(wall());

  const known = () => parsed<SessionRecord>(local.get(KEY), ['id'], ['activeAt', 'startedAt']);

  /** As all tabs know it, unless others have begun another. */
  const mine = () => {
    const found = known();
    return found?.id === current.id ? found : undefined;
  };

  const enter = (tabOpen: boolean | undefined, signs: readonly LifeSign[] = []) => {
    const now = wall();
    const kept = signs.map(({ session }) => session).concat(known() ?? []);
    const [found = current] = kept.sort((one, other) => other.activeAt - one.activeAt);
    const { id, startedAt } = found;
    const aliveAt = Math.max(...signs.map(({ session, at }) => (session.id === id ? at : 0)), 0);
    current = goesOn(found, { now, tabOpen, aliveAt, limits }) ? { id, startedAt, activeAt: now } : started(now);
    local.set(KEY, JSON.stringify(current));
  };

  return {
    id: () => current.id,
    record: () => current,
    join: enter,
    touch() {
      if (Math.abs(wall() - current.activeAt) < TOUCH_MS) return false;
      const before = current.id;
      enter(true);
      return current.id !== before;
    },
    leave() {
      const found = mine();
      if (found) local.set(KEY, JSON.stringify({ ...found, leftAt: wall() }));
    },
    endsAt: () =>
      Math.min(Math.max(current.activeAt, mine()?.activeAt ?? 0) + limits.idleEndsS * 1e3, current.startedAt + limits.longestS * 1e3),
  };
}
