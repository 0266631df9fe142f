import { randomBytes } from 'node:crypto';
import type { ConsentText, StudySettings } from '@sightline/protocol';
import { markChange } from './change-marker.ts';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** A flight as a study. */
export interface StudyRecord {
  flight: string;
  settings: StudySettings;
  /** All versions of what participants agree to, newest first. */
  consents: ConsentText[];
}

/** The flights that are run as studies. */
export interface Studies {
  ofFlight(flight: string): Promise<StudyRecord | undefined>;
  bySlug(slug: string): Promise<StudyRecord | undefined>;
  /** Makes a flight a study, or changes how it is run; who is assigned keeps their condition. */
  put(flight: string, settings: StudySettings): Promise<Refusal | undefined>;
  addConsent(flight: string, consent: { text: string; by: string | null }): Promise<void>;
  consents(flight: string): Promise<ConsentText[]>;
}

/** The studies in a database. */
export function studies({ database: { kysely }, now }: RegistryDeps): Studies {
  const consents = (flight: string) =>
    kysely
      .selectFrom('consentText')
      .select(['version', 'text', 'createdAt', 'createdBy'])
      .where('flightId', '=', flight)
      .orderBy('version', 'desc')
      .execute();
  const study = async (column: 'flightId' | 'slug', value: string): Promise<StudyRecord | undefined> => {
    const row = await kysely.selectFrom('study').selectAll().where(column, '=', value).executeTakeFirst();
    return row && { flight: row.flightId, settings: JSON.parse(row.settings), consents: await consents(row.flightId) };
  };
  return {
    ofFlight: (flight) => study('flightId', flight),
    bySlug: (slug) => study('slug', slug),
    consents,

    async put(flight, settings) {
      const values = { slug: settings.slug, settings: JSON.stringify(settings), updatedAt: now() };
      try {
        await kysely.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('study')
            .values({ ...values, flightId: flight, seed: randomBytes(16).toString('base64url') })
            .onConflict((conflict) => conflict.column('flightId').doUpdateSet(values))
            .execute();
          await markChange(transaction);
        });
        return undefined;
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return {
          refusal: 'nameTaken',
          field: 'slug',
          message: `slug: another study has the link ${JSON.stringify(settings.slug)} already`,
        };
      }
    },

    async addConsent(flight, { text, by }) {
      await kysely.transaction().execute(async (transaction) => {
        const newest = await transaction
          .selectFrom('consentText')
          .select('version')
          .where('flightId', '=', flight)
          .orderBy('version', 'desc')
          .executeTakeFirst();
        await transaction
          .insertInto('consentText')
          .values({ flightId: flight, version: (newest?.version ?? 0) + 1, text, createdAt: now(), createdBy: by })
          .execute();
      });
    },
  };
}
