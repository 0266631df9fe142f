import type { ApplicationId, FlightId, JsonObject, StoredEvent, VisitorId } from '@sightline/protocol';

/** A line of the JSONL export: an event with what it takes to store it elsewhere. */
export interface ExportedEvent extends StoredEvent {
  application: ApplicationId;
  flight: FlightId;
  /** What the client called the session; equals `session` unless a foreign client made it up. */
  sessionRef: string;
  visitor: VisitorId | null;
  /** User agent string. */
  agent: string;
  offsetMs: number | null;
  offsetErrorMs: number | null;
  /** What the sender said beyond our fields (see `EventRow`). */
  extra: JsonObject;
  sinceSessionStartMs: number;
}
