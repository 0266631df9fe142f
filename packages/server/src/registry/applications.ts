import { randomUUID } from 'node:crypto';
import type { Application, NewApplication } from '@sightline/protocol';
import { readFlights } from './read-flights.ts';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** The sites and apps under study. */
export interface Applications {
  /** All of them with their flights, oldest first. */
  list(): Promise<Application[]>;
  create(application: NewApplication): Promise<Application | Refusal>;
}

/** The applications in a database. */
export const applications = ({ database: { kysely }, now }: RegistryDeps): Applications => ({
  async list() {
    const rows = await kysely.selectFrom('application').selectAll().orderBy('createdAt').orderBy('name').execute();
    const flights = await readFlights(kysely);
    return rows.map((row) => ({ ...row, flights: flights.filter(({ applicationId }) => applicationId === row.id) }));
  },

  async create({ name, id }) {
    const row = { id: id?.toLowerCase() ?? randomUUID(), name: name.trim(), createdAt: now() };
    if (row.name === '') return { refusal: 'badName', field: 'name', message: 'name: must not be blank' };
    try {
      await kysely.insertInto('application').values(row).execute();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const same = await kysely.selectFrom('application').select('name').where('id', '=', row.id).executeTakeFirst();
      if (same) return { refusal: 'idTaken', field: 'id', message: `id: the application ${JSON.stringify(same.name)} has this id already` };
      return { refusal: 'nameTaken', field: 'name', message: `name: there is an application ${JSON.stringify(row.name)} already` };
    }
    return { ...row, flights: [] };
  },
});
