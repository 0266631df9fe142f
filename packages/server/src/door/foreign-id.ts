import { createHash } from 'node:crypto';
import { isUuid, type SessionId } from '@sightline/protocol';
import { recentMap } from './recent-map.ts';

/** The UUID that stands for an id a foreign client made up: the id itself where it is one, else UUIDv5 in the flight's namespace. */
export const foreignId = (flight: string, id: string): string => (isUuid(id) ? id.toLowerCase() : uuidv5(flight, id));

/** A session that a foreign client named. */
export interface ForeignSession {
  session: SessionId;
  /** Its name; empty where it says nothing that the id does not. */
  sessionRef: string;
}

/** A foreign session as we know it. */
export function foreignSession(flight: string, id: string): ForeignSession {
  const session = foreignId(flight, id) as SessionId;
  return { session, sessionRef: session === id ? '' : id };
}

const SESSIONS = 10_000;

/** The same from memory where the session was asked for lately: the hash costs as much as everything else the door does with an event. */
export function foreignSessions(): typeof foreignSession {
  const recent = recentMap<string, ForeignSession>(SESSIONS);
  return (flight, id) => {
    const key = `${flight} ${id}`;
    const known = recent.get(key);
    if (known !== undefined) return known;
    const found = foreignSession(flight, id);
    recent.set(key, found);
    return found;
  };
}

function uuidv5(namespace: string, name: string): string {
  const space = isUuid(namespace) ? Buffer.from(namespace.replaceAll('-', ''), 'hex') : Buffer.from(namespace);
  const hash = createHash('sha1').update(space).update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
