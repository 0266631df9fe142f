import { DEFAULT_CAPTURE, type CaptureSettings, type NewSettings, type SettingsVersion } from '@sightline/protocol';
import type { Kysely } from 'kysely';
import { markChange } from './change-marker.ts';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { settingsHash } from './settings-hash.ts';
import type { Tables } from './tables.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** What flights record, version after version. */
export interface CaptureSettingsHistory {
  /** All versions, newest first; the defaults are the last. */
  versions(flightId: string): Promise<SettingsVersion[] | Refusal>;
  newest(flightId: string): Promise<SettingsVersion | Refusal>;
  /** Makes the next version, unless somebody else made one that the editor has not seen. */
  put(flightId: string, change: NewSettings & { by: string | null }): Promise<SettingsVersion | Refusal>;
}

/** The history in a database. */
export const captureSettings = ({ database: { kysely }, now }: RegistryDeps): CaptureSettingsHistory => ({
  versions: (flightId) => read(kysely, flightId),

  async newest(flightId) {
    const versions = await read(kysely, flightId, 1);
    return 'refusal' in versions ? versions : (versions[0] ?? noFlight(flightId));
  },

  async put(flightId, { version: seen, settings, by }) {
    const next = { hash: settingsHash(settings), settings, createdAt: now(), createdBy: by };
    try {
      return await kysely.transaction().execute(async (transaction) => {
        const versions = await read(transaction, flightId, 1);
        if ('refusal' in versions) return versions;
        const [newest] = versions;
        if (newest === undefined) return noFlight(flightId);
        if (newest.hash === next.hash) return newest;
        if (newest.version !== seen) return stale(newest, seen);
        const made = { ...next, version: newest.version + 1 };
        await transaction
          .insertInto('captureSettings')
          .values({ ...made, flightId, settings: JSON.stringify(settings) })
          .execute();
        await markChange(transaction);
        return made;
      });
    } catch (error) {
      // PostgreSQL lets two read the same newest version; the second then finds its number taken.
      if (!isUniqueViolation(error)) throw error;
      const versions = await read(kysely, flightId, 1);
      const newest = 'refusal' in versions ? undefined : versions[0];
      return newest ? stale(newest, seen) : noFlight(flightId);
    }
  },
});

async function read(kysely: Kysely<Tables>, flightId: string, limit?: number): Promise<SettingsVersion[] | Refusal> {
  const flight = await kysely.selectFrom('flight').select('createdAt').where('id', '=', flightId).executeTakeFirst();
  if (!flight) return noFlight(flightId);
  const rows = await kysely
    .selectFrom('captureSettings')
    .selectAll()
    .where('flightId', '=', flightId)
    .orderBy('version', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
  const kept = rows.map(({ version, hash, settings, createdAt, createdBy }) => ({
    version,
    hash,
    settings: withDefaults(JSON.parse(settings)),
    createdAt,
    createdBy,
  }));
  const defaults = {
    version: 0,
    hash: settingsHash(DEFAULT_CAPTURE),
    settings: DEFAULT_CAPTURE,
    createdAt: flight.createdAt,
    createdBy: null,
  };
  return kept.length > 0 && limit !== undefined ? kept : [...kept, defaults];
}

/** A version from before a setting existed did what its default does. */
const withDefaults = (kept: CaptureSettings): CaptureSettings => ({
  ...DEFAULT_CAPTURE,
  ...kept,
  recording: { ...DEFAULT_CAPTURE.recording, ...kept.recording },
  presence: { ...DEFAULT_CAPTURE.presence, ...kept.presence },
});

const noFlight = (flight: string): Refusal => ({ refusal: 'notFound', message: `There is no flight ${JSON.stringify(flight)}` });

const stale = ({ version, createdBy }: SettingsVersion, seen: number): Refusal => ({
  refusal: 'versionStale',
  field: 'version',
  message: `version: ${createdBy ?? 'Somebody'} saved version ${version} in the meantime, got a change of version ${seen}; nothing was overwritten`,
});
