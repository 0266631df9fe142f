/** A note, with its tags as a JSON list. */
export interface NoteTable {
  id: string;
  sessionId: string;
  flightId: string;
  tab: string | null;
  at: number;
  text: string;
  tags: string;
  author: string;
  createdAt: number;
  editedAt: number | null;
  /** Removed notes are kept for a day, so that they can be taken back. */
  deletedAt: number | null;
}

/** An area of interest on a page. */
export interface AreaTable {
  id: string;
  flightId: string;
  path: string;
  createdAt: number;
  /** Retired areas are kept: results name their versions. */
  retiredAt: number | null;
}

/** An area as it was drawn and named at one time. */
export interface AreaVersionTable {
  areaId: string;
  version: number;
  name: string;
  /** JSON. */
  shape: string;
  createdAt: number;
  createdBy: string;
}

/** A version of a rule that derives events. */
export interface DerivedRuleTable {
  id: string;
  flightId: string;
  version: number;
  /** JSON. */
  rule: string;
  createdAt: number;
  createdBy: string;
}

/** A metric's preset or own parameters in a flight; the parameters as JSON. */
export interface MeasureSettingTable {
  flightId: string;
  metric: string;
  preset: string | null;
  parameters: string;
  changedAt: number;
}

/** A page's search that was given a name. */
export interface SavedViewTable {
  id: string;
  applicationId: string;
  page: string;
  name: string;
  /** JSON. */
  search: string;
  createdBy: string;
  createdAt: number;
  deletedAt: number | null;
}

/** An export that is made in the background; tables and filter are JSON. */
export interface ExportJobTable {
  id: string;
  flightId: string;
  format: string;
  tables: string;
  filter: string;
  session: string | null;
  state: string;
  createdAt: number;
  createdBy: string;
  finishedAt: number | null;
  expiresAt: number | null;
  sessions: number;
  ofSessions: number | null;
  rows: number;
  bytes: number;
  sha256: string | null;
  fileName: string;
  error: string | null;
}
