import type {
  ApplicationId,
  Dialect,
  EventType,
  FlightId,
  JsonObject,
  MetadataEntry,
  PageViewId,
  SessionId,
  TabId,
  VisitorId,
} from '@sightline/protocol';

/**
 * What the door hands on: events of one tab, checked and in one form, whatever dialect they came in. The spool writes it as
 * JSON, the store loads it from there; so field names and order here are the spool's format (see `spool/frame.ts`).
 */
export interface Batch {
  application: ApplicationId;
  flight: FlightId;
  session: SessionId;
  /** What the client called the session where that is no UUID; else empty. */
  sessionRef: string;
  tab: TabId;
  visitor: VisitorId | null;
  dialect: Dialect;
  /** User agent string. */
  agent: string;
  /** Server clock, ms since 1970. */
  receivedAt: number;
  /** Estimated server minus client clock (ms), and how far that may be off; null where the dialect gives no send time. */
  offsetMs: number | null;
  offsetErrorMs: number | null;
  /** True where no event of it can have been stored before: never sent before, or from a dialect that never resends. */
  fresh: boolean;
  events: EventRow[];
  refused: RefusedRow[];
  recordings: RecordingRow[];
  /** What the recordings refer to; left out where there is none. */
  assets?: AssetRow[];
}

export interface EventRow {
  sequence: number;
  type: EventType;
  name: string;
  /** Corrected time, ms since 1970, whole. */
  at: number;
  /** The page's wall clock, as sent. */
  wallAt: number;
  monotonicAt: number | null;
  epoch: number;
  pageView: PageViewId | null;
  url: string;
  details: JsonObject;
  metadata: MetadataEntry[];
  applicationSpecificData: JsonObject;
  /**
   * What the sender said that none of the fields above gives back, as it came; mostly empty. Of shipped LogUI: `timestamps` (as sent,
   * without `eventTimestamp` where `wallAt` gives it back), `sessionID` where it is not the connection's session, and `corrected`
   * («since» values worked out anew).
   */
  extra: JsonObject;
}

/** What could not be read: kept, with the reason. */
export interface RefusedRow {
  /** What it was to be; an event where that is left out. */
  kind?: 'recording' | 'asset';
  /** Its position in the tab where that could be read. */
  sequence: number | null;
  reason: string;
  /** What came, as JSON text, cut at 4,096 characters. */
  body: string;
}

/** A run of rrweb events of one tab. */
export interface RecordingRow {
  sequence: number;
  /** Time of its first and last rrweb event on the page's clock, ms since 1970, whole. */
  at: number;
  until: number;
  /** What makes corrected time of that; 0 where the dialect gives no send time. */
  offsetMs: number;
  count: number;
  /** Begins with a full snapshot. */
  snapshot: boolean;
  encoding: 'json' | 'gzip';
  /** rrweb events, as they came: of `json` the array or its text, of `gzip` base64. */
  events: JsonObject[] | string;
}

/** A file that snapshots refer to by its hash. */
export interface AssetRow {
  hash: string;
  contentType: string;
  url: string;
  encoding: 'base64' | 'gzip';
  data: string;
}
