import { apiKeys, type ApiKeys } from './api-keys.ts';
import { audit, type Audit } from './audit.ts';
import { invitations, type Invitations } from './invitations.ts';
import { memberships, type Memberships } from './memberships.ts';
import { areas, type Areas } from './areas.ts';
import { applications, type Applications } from './applications.ts';
import { captureSettings, type CaptureSettingsHistory } from './capture-settings.ts';
import { derivedRules, type DerivedRules } from './derived-rules.ts';
import { deletions, type Deletions } from './deletions.ts';
import { ensureDefaultFlight } from './default-flight.ts';
import { participants, type ParticipantList } from './participants.ts';
import { studies, type Studies } from './studies.ts';
import { openDatabase, type Database, type DatabasePlace } from './database.ts';
import { exportJobs, type ExportJobs } from './export-jobs.ts';
import { flights, type Flights } from './flights.ts';
import { measureSettings, type MeasureSettingsTable } from './measure-settings.ts';
import { notes, type Notes } from './notes.ts';
import { mergePeople, type MergePeople } from './merge-people.ts';
import { erasePeople, type ErasePeople } from './erase-people.ts';
import { people, type People } from './people.ts';
import { savedViews, type SavedViewList } from './saved-views.ts';
import { settings, type Settings } from './settings.ts';

/** Applications, flights, people and settings: small, transactional, and shared by the server, the command line and other nodes. */
export interface Registry {
  database: Database;
  now: () => number;
  applications: Applications;
  flights: Flights;
  people: People;
  erasePeople: ErasePeople;
  areas: Areas;
  derivedRules: DerivedRules;
  notes: Notes;
  mergePeople: MergePeople;
  memberships: Memberships;
  invitations: Invitations;
  apiKeys: ApiKeys;
  audit: Audit;
  savedViews: SavedViewList;
  settings: Settings;
  captureSettings: CaptureSettingsHistory;
  deletions: Deletions;
  studies: Studies;
  participants: ParticipantList;
  measureSettings: MeasureSettingsTable;
  exportJobs: ExportJobs;
  close(): Promise<void>;
}

/** Opens the registry; a fresh one gets the application `Default` with its flight. */
export async function openRegistry({
  now = Date.now,
  onError,
  ...place
}: DatabasePlace & { now?: () => number; onError: (error: Error) => void }): Promise<Registry> {
  const database = await openDatabase({ ...place, onError });
  const deps = { database, now };
  await ensureDefaultFlight(deps);
  return {
    ...deps,
    applications: applications(deps),
    flights: flights(deps),
    people: people(deps),
    erasePeople: erasePeople(deps),
    areas: areas(deps),
    derivedRules: derivedRules(deps),
    notes: notes(deps),
    mergePeople: mergePeople(deps),
    memberships: memberships(deps),
    invitations: invitations(deps),
    apiKeys: apiKeys(deps),
    audit: audit(deps),
    savedViews: savedViews(deps),
    settings: settings(database.kysely),
    captureSettings: captureSettings(deps),
    deletions: deletions(deps),
    studies: studies(deps),
    participants: participants(deps),
    measureSettings: measureSettings(deps),
    exportJobs: exportJobs(deps),
    close: () => database.close(),
  };
}
