import type { Flight } from '@sightline/protocol';
import type { Kysely } from 'kysely';
import { lifeOf } from './life-of.ts';
import type { Tables } from './tables.ts';

/** Flights with their origins and the tokens that are not revoked, oldest first: all of them, or the one with an id. */
export async function readFlights(kysely: Kysely<Tables>, id?: string): Promise<Flight[]> {
  const flights = kysely.selectFrom('flight').selectAll().orderBy('createdAt').orderBy('name');
  const origins = kysely.selectFrom('allowedOrigin').selectAll().orderBy('position');
  const tokens = kysely.selectFrom('flightToken').selectAll().where('revokedAt', 'is', null).orderBy('createdAt').orderBy('id');
  const flightRows = await (id === undefined ? flights : flights.where('id', '=', id)).execute();
  const originsOf = grouped(await (id === undefined ? origins : origins.where('flightId', '=', id)).execute());
  const tokensOf = grouped(await (id === undefined ? tokens : tokens.where('flightId', '=', id)).execute());
  return flightRows.map((row) => ({
    id: row.id,
    applicationId: row.applicationId,
    name: row.name,
    active: row.active === 1,
    allowedOrigins: (originsOf.get(row.id) ?? []).map(({ pattern }) => pattern),
    acceptsUnsigned: row.acceptsUnsigned === 1,
    tokens: (tokensOf.get(row.id) ?? []).map(({ id: tokenId, token, createdAt }) => ({ id: tokenId, token, createdAt })),
    createdAt: row.createdAt,
    ...lifeOf(row),
  }));
}

function grouped<Row extends { flightId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.flightId);
    if (group) group.push(row);
    else groups.set(row.flightId, [row]);
  }
  return groups;
}
