import { randomUUID } from 'node:crypto';
import type { Application, ApplicationChange, NewApplication } from '@sightline/protocol';
import { markChange } from './change-marker.ts';
import { lifeOf } from './life-of.ts';
import { readFlights } from './read-flights.ts';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** The sites and apps under study. */
export interface Applications {
  /** All of them with their flights, oldest first. */
  list(): Promise<Application[]>;
  create(application: NewApplication): Promise<Application | Refusal>;
  change(id: string, change: ApplicationChange): Promise<Application | Refusal>;
}

/** The applications in a database. */
export function applications({ database: { kysely }, now }: RegistryDeps): Applications {
  const list = async () => {
    const rows = await kysely.selectFrom('application').selectAll().orderBy('createdAt').orderBy('name').execute();
    const flights = await readFlights(kysely);
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.createdAt,
      ...lifeOf(row),
      flights: flights.filter(({ applicationId }) => applicationId === row.id),
    }));
  };
  return {
    list,

    async create({ name, id }) {
      const row = { id: id?.toLowerCase() ?? randomUUID(), name: name.trim(), createdAt: now() };
      if (row.name === '') return blankName;
      try {
        await kysely.insertInto('application').values(row).execute();
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const same = await kysely.selectFrom('application').select('name').where('id', '=', row.id).executeTakeFirst();
        if (same)
          return { refusal: 'idTaken', field: 'id', message: `id: the application ${JSON.stringify(same.name)} has this id already` };
        return nameTaken(row.name);
      }
      return { ...row, flights: [] };
    },

    async change(id, { name, archived }) {
      const values = {
        ...(name !== undefined && { name: name.trim() }),
        ...(archived !== undefined && { archivedAt: archived ? now() : null }),
      };
      if (values.name === '') return blankName;
      try {
        await kysely.transaction().execute(async (transaction) => {
          if (Object.keys(values).length > 0) await transaction.updateTable('application').set(values).where('id', '=', id).execute();
          await markChange(transaction);
        });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return nameTaken(values.name ?? '');
      }
      const changed = (await list()).find((application) => application.id === id);
      return changed ?? { refusal: 'notFound', message: `There is no application with the id ${JSON.stringify(id)}` };
    },
  };
}

const blankName: Refusal = { refusal: 'badName', field: 'name', message: 'name: must not be blank' };

const nameTaken = (name: string): Refusal => ({
  refusal: 'nameTaken',
  field: 'name',
  message: `name: there is an application ${JSON.stringify(name)} already`,
});
