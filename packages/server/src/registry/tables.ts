/** The registry's tables, as Kysely sees them. Yes and no are 1 and 0, instants ms since 1970, so that both databases keep the same. */
export interface Tables {
  application: ApplicationTable;
  flight: FlightTable;
  flightToken: FlightTokenTable;
  allowedOrigin: AllowedOriginTable;
  person: PersonTable;
  personVisitor: PersonVisitorTable;
  note: NoteTable;
  personMerge: PersonMergeTable;
  derivedRule: DerivedRuleTable;
  area: AreaTable;
  areaVersion: AreaVersionTable;
  setting: SettingTable;
  captureSettings: CaptureSettingsTable;
  setupCode: SetupCodeTable;
  authUser: AuthUserTable;
}

interface ApplicationTable {
  id: string;
  name: string;
  createdAt: number;
  archivedAt: number | null;
  erasedFrom: number | null;
}

interface FlightTable {
  id: string;
  applicationId: string;
  name: string;
  active: number;
  acceptsUnsigned: number;
  createdAt: number;
  archivedAt: number | null;
  erasedFrom: number | null;
}

interface FlightTokenTable {
  id: string;
  flightId: string;
  token: string;
  createdAt: number;
  /** Revoked tokens are kept, so that what a page carried can still be told. */
  revokedAt: number | null;
}

interface AllowedOriginTable {
  flightId: string;
  pattern: string;
  position: number;
}

interface PersonTable {
  id: string;
  applicationId: string;
  /** What makes the person the same: the email in lower case. */
  identity: string;
  /** The same as the page last wrote it. */
  label: string;
  createdAt: number;
  updatedAt: number;
}

interface PersonVisitorTable {
  personId: string;
  visitor: string;
  /** Where the visitor was first registered as this person. */
  flightId: string;
  firstAt: number;
  lastAt: number;
}

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

interface PersonMergeTable {
  id: string;
  /** Who took the other in. */
  personId: string;
  applicationId: string;
  /** The other's, which from then on means this person; null for a visitor nobody had named. */
  identity: string | null;
  /** The other as it was (`MergedPerson`), as JSON. */
  was: string;
  at: number;
  by: string;
}

interface DerivedRuleTable {
  id: string;
  flightId: string;
  version: number;
  /** JSON. */
  rule: string;
  createdAt: number;
  createdBy: string;
}

interface AreaTable {
  id: string;
  flightId: string;
  path: string;
  createdAt: number;
  /** Retired areas are kept: results name their versions. */
  retiredAt: number | null;
}

interface AreaVersionTable {
  areaId: string;
  version: number;
  name: string;
  /** JSON. */
  shape: string;
  createdAt: number;
  createdBy: string;
}

interface SettingTable {
  key: string;
  value: string;
}

interface CaptureSettingsTable {
  flightId: string;
  version: number;
  hash: string;
  /** JSON. */
  settings: string;
  createdAt: number;
  /** The name of the account, as it was. */
  createdBy: string | null;
}

interface SetupCodeTable {
  hash: string;
  createdAt: number;
}

/** The part of better-auth's user table that is asked without loading better-auth, which alone adds to them. */
interface AuthUserTable {
  id: string;
  email: string;
  name: string;
  role: string;
}
