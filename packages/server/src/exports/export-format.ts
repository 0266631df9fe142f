import type { ApplicationId, FlightId, JsonObject, StoredEvent } from '@sightline/protocol';

/** An event with what some formats need beside it. */
export interface ExportedEvent extends StoredEvent {
  application: ApplicationId;
  flight: FlightId;
  /** What the client called the session; equals `session` unless a foreign client made it up. */
  sessionRef: string;
  /** When the session's first event happened, ms since 1970. */
  sessionStartedAt: number;
  /** What the sender said beyond our fields (see `EventRow`). */
  extra: JsonObject;
}

/** One way to write events to a file, in constant memory. */
export interface ExportFormat {
  /** The value of `--format`. */
  name: string;
  mediaType: string;
  /** Name of the file that a browser saves. */
  fileName(flight: string): string;
  write(events: AsyncIterable<ExportedEvent>): AsyncIterable<string>;
}
