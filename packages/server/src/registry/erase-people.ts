import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { RegistryDeps } from './registry-deps.ts';
import type { Tables } from './tables.ts';

/** Visitors of an application. */
export interface VisitorsOfApplication {
  applicationId: string;
  visitors: readonly string[];
}

/** Taking people out of the registry for good. */
export interface ErasePeople {
  /** From now on these visitors bring nobody back by what they said before. */
  markErased(visitors: VisitorsOfApplication): Promise<void>;
  /** Those of these visitors who are somebody else, too. */
  shared(visitors: VisitorsOfApplication & { except: string }): Promise<string[]>;
  /** What leads to a person: their identity and those of whom they were merged with, in lower case. */
  identities(personId: string): Promise<string[]>;
  /** Forgets a person: name, visitors and whom they were merged with. */
  erase(personId: string): Promise<void>;
}

/** Erasing people in a database. */
export const erasePeople = ({ database: { kysely }, now }: RegistryDeps): ErasePeople => ({
  async markErased({ applicationId, visitors }) {
    const values = { erasedAt: now() };
    for (const visitor of visitors)
      await kysely
        .insertInto('erasedVisitor')
        .values({ hash: hashOf(applicationId, visitor), ...values })
        .onConflict((conflict) => conflict.column('hash').doUpdateSet(values))
        .execute();
  },

  async shared({ applicationId, visitors, except }) {
    const rows = await kysely
      .selectFrom('personVisitor')
      .innerJoin('person', 'person.id', 'personVisitor.personId')
      .select('personVisitor.visitor')
      .distinct()
      .where('person.applicationId', '=', applicationId)
      .where('person.id', '!=', except)
      .where('personVisitor.visitor', 'in', [...visitors])
      .execute();
    return rows.map(({ visitor }) => visitor);
  },

  async identities(personId) {
    const own = await kysely.selectFrom('person').select('identity').where('id', '=', personId).execute();
    const merged = await kysely.selectFrom('personMerge').select('identity').where('personId', '=', personId).execute();
    return [...own, ...merged].flatMap(({ identity }) => identity ?? []);
  },

  async erase(personId) {
    await kysely.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('personMerge').where('personId', '=', personId).execute();
      await transaction.deleteFrom('personVisitor').where('personId', '=', personId).execute();
      await transaction.deleteFrom('person').where('id', '=', personId).execute();
    });
  },
});

/** When a visitor was erased; undefined for one who was not. */
export async function erasedAt(kysely: Kysely<Tables>, applicationId: string, visitor: string): Promise<number | undefined> {
  const row = await kysely
    .selectFrom('erasedVisitor')
    .select('erasedAt')
    .where('hash', '=', hashOf(applicationId, visitor))
    .executeTakeFirst();
  return row && Number(row.erasedAt);
}

const hashOf = (applicationId: string, visitor: string): string =>
  createHash('sha256').update(`${applicationId} ${visitor.toLowerCase()}`).digest('hex');
