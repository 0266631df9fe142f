import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { erasedAt } from './erase-people.ts';
import type { RegistryDeps } from './registry-deps.ts';

/** Someone with an identity that the page gave. */
export interface Person {
  id: string;
  applicationId: string;
  /** The identity as the page last wrote it: an email, a participant code. */
  label: string;
  createdAt: number;
  /** Browser profiles registered as this person, the last one first. */
  visitors: string[];
}

/** What a page says of its visitor. */
export interface Registration {
  application: string;
  flight: string;
  visitor: string;
  email: string;
  at: number;
  /** When the page said so, where that is known: what it said before the visitor was erased counts no more. */
  saidAt?: number;
}

/** The people of all applications. */
export interface People {
  /** Says that a visitor of a flight is the person with this email. */
  register(registration: Registration): Promise<void>;
  /** The person a visitor last registered as. */
  ofVisitor(applicationId: string, visitor: string): Promise<Person | undefined>;
  get(applicationId: string, id: string): Promise<Person | undefined>;
  list(applicationId: string): Promise<Person[]>;
}

/** The people in a database. */
export const people = ({ database: { kysely } }: Pick<RegistryDeps, 'database'>): People => {
  const read = async (applicationId: string, id?: string): Promise<Person[]> => {
    const rows = await kysely
      .selectFrom('person')
      .innerJoin('personVisitor', 'personVisitor.personId', 'person.id')
      .select(['person.id', 'person.label', 'person.createdAt', 'personVisitor.visitor'])
      .where('person.applicationId', '=', applicationId)
      .$if(id !== undefined, (query) => query.where('person.id', '=', id ?? ''))
      .orderBy('personVisitor.lastAt', 'desc')
      .execute();
    const persons = new Map<string, Person>();
    for (const { visitor, ...row } of rows) {
      const person = persons.get(row.id);
      if (person) person.visitors.push(visitor);
      else persons.set(row.id, { ...row, applicationId, visitors: [visitor] });
    }
    return [...persons.values()];
  };

  return {
    async register({ application, flight, visitor, email, at, saidAt = at }) {
      if (saidAt <= ((await erasedAt(kysely, application, visitor)) ?? Number.NEGATIVE_INFINITY)) return;
      await kysely.transaction().execute(async (transaction) => {
        const label = email.trim();
        const identity = label.toLowerCase();
        const merged = await transaction
          .selectFrom('personMerge')
          .select('personId as id')
          .where('applicationId', '=', application)
          .where('identity', '=', identity)
          .executeTakeFirst();
        const { id } =
          merged ??
          (await transaction
            .insertInto('person')
            .values({
              id: randomUUID(),
              applicationId: application,
              identity,
              label,
              createdAt: at,
              updatedAt: at,
            })
            .onConflict((conflict) => conflict.columns(['applicationId', 'identity']).doUpdateSet({ label, updatedAt: at }))
            .returning('id')
            .executeTakeFirstOrThrow());
        await transaction
          .insertInto('personVisitor')
          .values({ personId: id, visitor, flightId: flight, firstAt: at, lastAt: at })
          .onConflict((conflict) =>
            conflict.columns(['personId', 'visitor']).doUpdateSet({
              lastAt: sql<number>`case when "personVisitor"."lastAt" > ${at} then "personVisitor"."lastAt" else ${at} end`,
            }),
          )
          .execute();
      });
    },

    ofVisitor: async (applicationId, visitor) => {
      const last = await kysely
        .selectFrom('personVisitor')
        .innerJoin('person', 'person.id', 'personVisitor.personId')
        .select('person.id')
        .where('person.applicationId', '=', applicationId)
        .where('personVisitor.visitor', '=', visitor)
        .orderBy('personVisitor.lastAt', 'desc')
        .executeTakeFirst();
      return last && (await read(applicationId, last.id))[0];
    },

    get: async (applicationId, id) => (await read(applicationId, id))[0],

    list: (applicationId) => read(applicationId),
  };
};
