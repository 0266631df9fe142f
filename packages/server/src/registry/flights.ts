import { randomUUID } from 'node:crypto';
import type { Flight, FlightChange, NewFlight } from '@sightline/protocol';
import type { Kysely } from 'kysely';
import { markChange } from './change-marker.ts';
import { insertFlight } from './insert-flight.ts';
import { newToken } from './new-token.ts';
import { originPattern } from './origin-pattern.ts';
import { readFlights } from './read-flights.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { replaceOrigins } from './replace-origins.ts';
import type { Tables } from './tables.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** The deployments of applications. */
export interface Flights {
  get(id: string): Promise<Flight | undefined>;
  /** The flight with a name or id, in the application with a name or id where one is given. */
  find(wanted: { flight: string; application?: string | undefined }): Promise<Flight | Refusal>;
  create(applicationId: string, flight: NewFlight): Promise<Flight | Refusal>;
  change(id: string, change: FlightChange): Promise<Flight | Refusal>;
  addToken(id: string): Promise<Flight | Refusal>;
  revokeToken(id: string, tokenId: string): Promise<Flight | Refusal>;
}

/** The flights in a database. */
export const flights = ({ database: { kysely }, now }: RegistryDeps): Flights => ({
  get: (id) => readFlight(kysely, id),

  async find({ flight, application }) {
    const rows = await kysely
      .selectFrom('flight')
      .innerJoin('application', 'application.id', 'flight.applicationId')
      .select(['flight.id', 'application.name as application', 'application.id as applicationId'])
      .where((where) => where.or([where('flight.name', '=', flight), where('flight.id', '=', flight)]))
      .execute();
    const found = rows.filter((row) => application === undefined || row.application === application || row.applicationId === application);
    const [first, second] = found;
    if (second)
      return ambiguous(
        flight,
        found.map((row) => row.application),
      );
    return (first && (await readFlight(kysely, first.id))) ?? noFlight(flight, application);
  },

  async create(applicationId, { name, allowedOrigins, id }) {
    const origins = originPatterns(allowedOrigins ?? []);
    if (isRefusal(origins)) return origins;
    const known = await kysely.selectFrom('application').select('id').where('id', '=', applicationId).executeTakeFirst();
    if (!known) return { refusal: 'notFound', message: `There is no application with the id ${JSON.stringify(applicationId)}` };
    const same = id && (await readFlight(kysely, id.toLowerCase()));
    if (same) return { refusal: 'idTaken', field: 'id', message: `id: the flight ${JSON.stringify(same.name)} has this id already` };
    const seed = { id: id?.toLowerCase() ?? randomUUID(), applicationId, name: name.trim(), allowedOrigins: origins, at: now() };
    return writeFlight(kysely, { id: seed.id, name: seed.name, fresh: true }, (transaction) => insertFlight(transaction, seed));
  },

  async change(id, { name, active, allowedOrigins, acceptsUnsigned, archived }) {
    const origins = allowedOrigins && originPatterns(allowedOrigins);
    if (isRefusal(origins)) return origins;
    const values = {
      ...(name !== undefined && { name: name.trim() }),
      ...(active !== undefined && { active: active ? 1 : 0 }),
      ...(acceptsUnsigned !== undefined && { acceptsUnsigned: acceptsUnsigned ? 1 : 0 }),
      ...(archived !== undefined && { archivedAt: archived ? now() : null }),
    };
    return writeFlight(kysely, { id, name: values.name }, async (transaction) => {
      if (Object.keys(values).length > 0) await transaction.updateTable('flight').set(values).where('id', '=', id).execute();
      if (origins) await replaceOrigins(transaction, id, origins);
      await markChange(transaction);
    });
  },

  addToken: (id) =>
    writeFlight(kysely, { id }, async (transaction) => {
      await transaction.insertInto('flightToken').values({ id: randomUUID(), flightId: id, token: newToken(), createdAt: now() }).execute();
      await markChange(transaction);
    }),

  async revokeToken(id, tokenId) {
    const flight = await readFlight(kysely, id);
    if (!flight?.tokens.some((token) => token.id === tokenId))
      return { refusal: 'notFound', message: `The flight ${JSON.stringify(id)} has no token with the id ${JSON.stringify(tokenId)}` };
    return writeFlight(kysely, { id }, async (transaction) => {
      await transaction.updateTable('flightToken').set({ revokedAt: now() }).where('id', '=', tokenId).execute();
      await markChange(transaction);
    });
  },
});

const readFlight = async (kysely: Kysely<Tables>, id: string): Promise<Flight | undefined> => (await readFlights(kysely, id))[0];

/** Runs a change of one flight in a transaction, and answers the flight as it is then. */
async function writeFlight(
  kysely: Kysely<Tables>,
  { id, name, fresh = false }: { id: string; name?: string | undefined; fresh?: boolean },
  write: (transaction: Kysely<Tables>) => Promise<void>,
): Promise<Flight | Refusal> {
  if (name === '') return { refusal: 'badName', field: 'name', message: 'name: must not be blank' };
  try {
    return await kysely.transaction().execute(async (transaction) => {
      if (!fresh && !(await readFlight(transaction, id))) return noFlight(id);
      await write(transaction);
      return (await readFlight(transaction, id)) ?? noFlight(id);
    });
  } catch (error) {
    if (!isUniqueViolation(error) || name === undefined) throw error;
    return { refusal: 'nameTaken', field: 'name', message: `name: the application has a flight ${JSON.stringify(name)} already` };
  }
}

function originPatterns(texts: string[]): string[] | Refusal {
  const patterns = texts.map(originPattern);
  return patterns.find(isRefusal) ?? patterns.filter((pattern) => typeof pattern === 'string');
}

const noFlight = (flight: string, application?: string): Refusal => ({
  refusal: 'notFound',
  message: `There is no flight ${JSON.stringify(flight)}${application === undefined ? '' : ` in the application ${JSON.stringify(application)}`}`,
});

const ambiguous = (flight: string, names: string[]): Refusal => ({
  refusal: 'ambiguous',
  message: `${names.length} applications have a flight ${JSON.stringify(flight)}: ${names.map((name) => JSON.stringify(name)).join(', ')}. Name the application too`,
});
