import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { markChange } from './change-marker.ts';
import { newToken } from './new-token.ts';
import { replaceOrigins } from './replace-origins.ts';
import type { Tables } from './tables.ts';

/** A flight as it is first written. */
export interface FlightSeed {
  id: string;
  applicationId: string;
  name: string;
  allowedOrigins: string[];
  at: number;
}

/** Writes a flight that is on, with its origins and a first token. */
export async function insertFlight(
  transaction: Kysely<Tables>,
  { id, applicationId, name, allowedOrigins, at }: FlightSeed,
): Promise<void> {
  await transaction.insertInto('flight').values({ id, applicationId, name, active: 1, acceptsUnsigned: 0, createdAt: at }).execute();
  await replaceOrigins(transaction, id, allowedOrigins);
  await transaction.insertInto('flightToken').values({ id: randomUUID(), flightId: id, token: newToken(), createdAt: at }).execute();
  await markChange(transaction);
}
