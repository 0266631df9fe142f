import { randomUUID } from 'node:crypto';
import type { PersonMerge } from '@sightline/protocol';
import type { RegistryDeps } from './registry-deps.ts';
import type { Refusal } from './refusal.ts';

/** Someone who was merged into somebody else, as they were. */
interface MergedPerson {
  /** Undefined for a visitor nobody had named. */
  person?: { id: string; label: string; createdAt: number; updatedAt: number };
  visitors: { visitor: string; flightId: string; firstAt: number; lastAt: number }[];
}

/** Who takes in whom: a person, or a visitor whom nobody has named. */
export interface Merge {
  applicationId: string;
  personId: string;
  other: { personId: string } | { visitor: string; flightId: string };
  by: string;
}

/** Joining people who are one, and taking that back. */
export interface MergePeople {
  merge(merge: Merge): Promise<Refusal | undefined>;
  undo(applicationId: string, personId: string, mergeId: string): Promise<Refusal | undefined>;
  merges(personId: string): Promise<PersonMerge[]>;
}

/** Merges in a database. */
export const mergePeople = ({ database: { kysely }, now }: RegistryDeps): MergePeople => ({
  merge: ({ applicationId, personId, other, by }) =>
    kysely.transaction().execute(async (transaction) => {
      const person = (id: string) =>
        transaction.selectFrom('person').selectAll().where('id', '=', id).where('applicationId', '=', applicationId).executeTakeFirst();
      if ((await person(personId)) === undefined) return noPerson(personId);
      const at = now();
      const was: MergedPerson = { visitors: [] };
      let identity: string | null = null;
      if ('personId' in other) {
        if (other.personId === personId)
          return { refusal: 'badRequest', field: 'other', message: 'other: expected somebody else, got the same person' };
        const found = await person(other.personId);
        if (found === undefined) return { ...noPerson(other.personId), field: 'other' };
        ({ identity } = found);
        was.person = { id: found.id, label: found.label, createdAt: found.createdAt, updatedAt: found.updatedAt };
        was.visitors = await transaction
          .selectFrom('personVisitor')
          .select(['visitor', 'flightId', 'firstAt', 'lastAt'])
          .where('personId', '=', found.id)
          .execute();
        // Whom the other had taken in before follows.
        await transaction.updateTable('personMerge').set({ personId }).where('personId', '=', found.id).execute();
        await transaction.deleteFrom('personVisitor').where('personId', '=', found.id).execute();
        await transaction.deleteFrom('person').where('id', '=', found.id).execute();
      } else {
        was.visitors = [{ visitor: other.visitor, flightId: other.flightId, firstAt: at, lastAt: at }];
      }
      for (const visitor of was.visitors) {
        await transaction
          .insertInto('personVisitor')
          .values({ ...visitor, personId })
          .onConflict((conflict) => conflict.columns(['personId', 'visitor']).doNothing())
          .execute();
      }
      await transaction
        .insertInto('personMerge')
        .values({ id: randomUUID(), personId, applicationId, identity, was: JSON.stringify(was), at, by })
        .execute();
      return undefined;
    }),

  undo: (applicationId, personId, mergeId) =>
    kysely.transaction().execute(async (transaction) => {
      const merge = await transaction
        .selectFrom('personMerge')
        .selectAll()
        .where('id', '=', mergeId)
        .where('personId', '=', personId)
        .where('applicationId', '=', applicationId)
        .executeTakeFirst();
      if (!merge) return { refusal: 'notFound', message: `There is no merge ${JSON.stringify(mergeId)} of this person` };
      const { person, visitors } = JSON.parse(merge.was) as MergedPerson;
      const names = visitors.map(({ visitor }) => visitor);
      if (names.length > 0) {
        await transaction.deleteFrom('personVisitor').where('personId', '=', personId).where('visitor', 'in', names).execute();
      }
      if (person && merge.identity !== null) {
        await transaction
          .insertInto('person')
          .values({ ...person, applicationId, identity: merge.identity })
          .execute();
        for (const visitor of visitors) {
          await transaction
            .insertInto('personVisitor')
            .values({ ...visitor, personId: person.id })
            .execute();
        }
      }
      await transaction.deleteFrom('personMerge').where('id', '=', mergeId).execute();
      return undefined;
    }),

  async merges(personId) {
    const rows = await kysely.selectFrom('personMerge').selectAll().where('personId', '=', personId).orderBy('at', 'desc').execute();
    return rows.map(({ id, was, at, by }) => {
      const { person, visitors } = JSON.parse(was) as MergedPerson;
      return { id, label: person?.label ?? visitors[0]?.visitor ?? '', visitors: visitors.length, at: Number(at), by };
    });
  },
});

const noPerson = (id: string): Refusal => ({ refusal: 'notFound', message: `There is no person ${JSON.stringify(id)}` });
