import type { FlightId, SessionId, VisitorId } from '@sightline/protocol';
import type { Batch } from '../batch.ts';
import type { Admission } from './admission.ts';
import type { Counts } from './counts.ts';
import type { DoorLimits } from './door-limits.ts';
import type { Numbering } from './numbering.ts';
import type { Pace } from './pace.ts';
import type { RecentMap } from './recent-map.ts';
import type { Tabs } from './tabs.ts';

/** Where people's identities go. */
export interface PeopleAccess {
  register(person: {
    application: string;
    flight: FlightId;
    visitor: VisitorId;
    email: string;
    at: number;
    saidAt?: number;
  }): Promise<void>;
}

/** Where the door asks for sessions it no longer remembers. */
export interface SessionAccess {
  /** The client's clock as the session began; undefined where the flight has no such session. */
  clientStart(flight: FlightId, session: SessionId): Promise<number | undefined>;
}

/** What the door writes to its log. */
export interface DoorLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What every dialect works with: the way in, and on to the spool. */
export interface Intake {
  admission: Admission;
  people: PeopleAccess;
  sessions: SessionAccess;
  limits: DoorLimits;
  pace: Pace;
  tabs: Tabs;
  numbering: Numbering;
  /** Addresses of page views, by flight and page view. */
  urls: RecentMap<string, string>;
  counts: Counts;
  /** What was read and is not yet on disk, in characters. */
  backlog: { bytes: number };
  log: DoorLog;
  now(): number;
  /** Resolves when the batch is on disk. */
  deliver(batch: Batch): Promise<void>;
}

/** Hands batches to the spool and counts what it took; an empty batch needs no disk. */
export function createDeliver(append: (batch: Batch) => Promise<void>, counts: Counts): Intake['deliver'] {
  return (batch) =>
    batch.events.length + batch.refused.length + batch.recordings.length + (batch.assets?.length ?? 0) > 0
      ? append(batch).then(counting(counts, batch))
      : Promise.resolve();
}

/** Takes the numbers at once, so that what waits for the disk does not hold the batch in memory. */
function counting(counts: Counts, batch: Batch): () => void {
  const events = batch.events.length;
  const refused = batch.refused.length;
  const recordings = batch.recordings.length;
  return () => {
    counts.batches += 1;
    counts.events += events;
    counts.refusedEvents += refused;
    counts.recordings += recordings;
  };
}
