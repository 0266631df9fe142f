import type { ApiKeyTable, AuditTable, AuthUserTable, InvitationTable, MembershipTable, SetupCodeTable } from './tables/account-tables.ts';
import type {
  AreaTable,
  AreaVersionTable,
  DerivedRuleTable,
  ExportJobTable,
  MeasureSettingTable,
  NoteTable,
  SavedViewTable,
} from './tables/analysis-tables.ts';
import type {
  AllowedOriginTable,
  ApplicationTable,
  CaptureSettingsTable,
  FlightTable,
  FlightTokenTable,
} from './tables/application-tables.ts';
import type { ErasedVisitorTable, PersonMergeTable, PersonTable, PersonVisitorTable } from './tables/people-tables.ts';
import type { ConsentTextTable, ParticipantTable, StudyTable } from './tables/study-tables.ts';

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
  erasedVisitor: ErasedVisitorTable;
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

interface SettingTable {
  key: string;
  value: string;
}
