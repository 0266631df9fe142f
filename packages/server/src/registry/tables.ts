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
  membership: MembershipTable;
  invitation: InvitationTable;
  apiKey: ApiKeyTable;
  audit: AuditTable;
  area: AreaTable;
  areaVersion: AreaVersionTable;
  savedView: SavedViewTable;
  setting: SettingTable;
  captureSettings: CaptureSettingsTable;
  study: StudyTable;
  consentText: ConsentTextTable;
  participant: ParticipantTable;
  measureSetting: MeasureSettingTable;
  exportJob: ExportJobTable;
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

interface MembershipTable {
  userId: string;
  applicationId: string;
  /** An `AccessRole`. */
  role: string;
}

interface InvitationTable {
  id: string;
  hash: string;
  email: string;
  /** `Membership[]` as JSON. */
  memberships: string;
  createdAt: number;
  expiresAt: number;
  createdBy: string;
}

interface ApiKeyTable {
  id: string;
  hash: string;
  start: string;
  name: string;
  userId: string;
  ability: string;
  /** Ids as JSON; null for all. */
  applications: string | null;
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
}

interface AuditTable {
  id: string;
  at: number;
  account: string;
  key: string | null;
  action: string;
  subject: string;
  applicationId: string | null;
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

interface SettingTable {
  key: string;
  value: string;
}

interface StudyTable {
  flightId: string;
  slug: string;
  /** JSON. */
  settings: string;
  /** What the random order of conditions is made from. */
  seed: string;
  updatedAt: number;
}

interface ConsentTextTable {
  flightId: string;
  version: number;
  text: string;
  createdAt: number;
  createdBy: string | null;
}

export interface ParticipantTable {
  id: string;
  flightId: string;
  code: string;
  source: string;
  /** The recruiter's id, until it is erased. */
  externalId: string | null;
  /** A hash of it, which stays: the same person is known again. */
  externalKey: string | null;
  /** JSON: what else the recruiter's link said. */
  recruiter: string;
  state: string;
  condition: string | null;
  /** JSON: names of conditions. */
  conditionOrder: string;
  /** The place in the order of assignment that is held. */
  slot: number | null;
  consentVersion: number | null;
  consentAt: number | null;
  createdAt: number;
  startedAt: number | null;
  lastAt: number | null;
  completedAt: number | null;
  reason: string | null;
  notes: string;
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

/** A metric's preset or own parameters in a flight; the parameters as JSON. */
export interface MeasureSettingTable {
  flightId: string;
  metric: string;
  preset: string | null;
  parameters: string;
  changedAt: number;
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
  twoFactorEnabled: boolean | number | null;
}
