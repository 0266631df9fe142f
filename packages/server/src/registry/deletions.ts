import { ERASED_AFTER_DAYS } from '@sightline/protocol';
import { markChange } from './change-marker.ts';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';

/** What can be deleted with everything in it. */
export type Deletable = 'application' | 'flight';

const DAY_MS = 86_400_000;

/** Deleting with a time to think again, and what is due after it. */
export interface Deletions {
  /** Deletes what has this id and, as a check, this name: from now on it takes nothing, later it is erased. */
  delete(what: Deletable, id: string, name: string): Promise<Refusal | undefined>;
  restore(what: Deletable, id: string): Promise<Refusal | undefined>;
  /** The flights whose time is over, with those of such applications. */
  dueFlights(): Promise<string[]>;
  /** Forgets a flight whose data is gone. */
  forgetFlight(id: string): Promise<void>;
  /** Forgets the applications whose time is over and which have no flight any more. */
  forgetApplications(): Promise<void>;
}

/** The deletions in a database. */
export function deletions({ database: { kysely }, now }: RegistryDeps): Deletions {
  const set = (what: Deletable, id: string, erasedFrom: number | null) =>
    kysely.transaction().execute(async (transaction) => {
      await transaction.updateTable(what).set({ erasedFrom }).where('id', '=', id).execute();
      await markChange(transaction);
    });
  const nameOf = async (what: Deletable, id: string) =>
    (await kysely.selectFrom(what).select('name').where('id', '=', id).executeTakeFirst())?.name;

  return {
    async delete(what, id, given) {
      const name = await nameOf(what, id);
      if (name === undefined) return unknown(what, id);
      if (given.trim() !== name) {
        return {
          refusal: 'badName',
          field: 'name',
          message: `name: must be ${JSON.stringify(name)} to delete it, got ${JSON.stringify(given)}`,
        };
      }
      await set(what, id, now() + ERASED_AFTER_DAYS * DAY_MS);
      return undefined;
    },

    async restore(what, id) {
      if ((await nameOf(what, id)) === undefined) return unknown(what, id);
      await set(what, id, null);
      return undefined;
    },

    async dueFlights() {
      const rows = await kysely
        .selectFrom('flight')
        .innerJoin('application', 'application.id', 'flight.applicationId')
        .select('flight.id')
        .where((where) => where.or([where('flight.erasedFrom', '<=', now()), where('application.erasedFrom', '<=', now())]))
        .execute();
      return rows.map(({ id }) => id);
    },

    async forgetFlight(id) {
      await kysely.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('flight').where('id', '=', id).execute();
        await markChange(transaction);
      });
    },

    async forgetApplications() {
      await kysely
        .deleteFrom('application')
        .where('erasedFrom', '<=', now())
        .where('id', 'not in', (flights) => flights.selectFrom('flight').select('applicationId'))
        .execute();
    },
  };
}

const unknown = (what: Deletable, id: string): Refusal => ({
  refusal: 'notFound',
  message: `There is no ${what} with the id ${JSON.stringify(id)}`,
});
