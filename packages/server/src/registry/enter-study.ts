import type { ParticipantState, StudySettings } from '@sightline/protocol';
import type { Kysely } from 'kysely';
import { assign, type Assigned } from '../study/assign.ts';
import { holdsPlace } from '../study/participant-state.ts';
import { recordOf, type ParticipantRecord } from './participant-record.ts';
import type { RegistryDeps } from './registry-deps.ts';
import type { StudyRecord } from './studies.ts';
import type { Tables } from './tables.ts';
import type { ParticipantTable } from './tables/study-tables.ts';

/**
 * Gives somebody their condition in one transaction, once, however often and from how many places it is asked at once; undefined
 * where the study is full.
 */
export const enterStudy = (
  { database: { kysely, kind }, now }: RegistryDeps,
  { flight, settings }: StudyRecord,
  id: string,
): Promise<ParticipantRecord | undefined> =>
  kysely.transaction().execute(async (transaction) => {
    const seed = await seedForUpdate(transaction, flight, kind === 'postgres');
    const all = await transaction.selectFrom('participant').selectAll().where('flightId', '=', flight).execute();
    const own = all.find((row) => row.id === id);
    if (!own || seed === undefined) return undefined;
    const held = all.filter((row) => row.slot !== null && row.id !== id && holdsPlace(row.state as ParticipantState));
    const kept = own.slot !== null && !held.some(({ slot }) => slot === own.slot) ? keptPlace(own, settings) : undefined;
    const taken = held.map(({ slot, condition }) => ({ slot: slot ?? 0, condition }));
    const place = kept ?? assign(settings, taken, seed);
    if (!place) return undefined;
    const values = {
      slot: place.slot,
      condition: place.condition,
      conditionOrder: JSON.stringify(place.order),
      state: 'started',
      startedAt: own.startedAt ?? now(),
      lastAt: now(),
    };
    await transaction.updateTable('participant').set(values).where('id', '=', id).execute();
    return recordOf({ ...own, ...values });
  });

/** The study's seed; whoever else assigns waits. SQLite has one writer anyway. */
async function seedForUpdate(transaction: Kysely<Tables>, flight: string, locks: boolean): Promise<string | undefined> {
  const query = transaction.selectFrom('study').select('seed').where('flightId', '=', flight);
  return (await (locks ? query.forUpdate() : query).executeTakeFirst())?.seed;
}

/** Somebody who comes back goes where they were, unless their place was given away or their condition is no more. */
function keptPlace(row: ParticipantTable, { conditions, assignment }: StudySettings): Assigned | undefined {
  const isThere =
    row.condition === null ? assignment === 'none' || conditions.length === 0 : conditions.some(({ name }) => name === row.condition);
  return isThere && row.slot !== null ? { slot: row.slot, condition: row.condition, order: JSON.parse(row.conditionOrder) } : undefined;
}
