import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Writes a flight's allowed origins in the order given, in place of those it had. */
export async function replaceOrigins(transaction: Kysely<Tables>, flightId: string, patterns: string[]): Promise<void> {
  await transaction.deleteFrom('allowedOrigin').where('flightId', '=', flightId).execute();
  if (patterns.length === 0) return;
  const rows = [...new Set(patterns)].map((pattern, position) => ({ flightId, pattern, position }));
  await transaction.insertInto('allowedOrigin').values(rows).execute();
}
