import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const KEY = 'flights-changed';

/** Says that flights changed, in the transaction that changes them, so that other processes look again. */
export async function markChange(transaction: Kysely<Tables>): Promise<void> {
  await transaction
    .insertInto('setting')
    .values({ key: KEY, value: '1' })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: sql<string>`cast(cast("setting"."value" as bigint) + 1 as text)` }),
    )
    .execute();
}

/** A text that differs after each change of a flight. */
export async function changeMarker(kysely: Kysely<Tables>): Promise<string> {
  const row = await kysely.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  return row?.value ?? '0';
}
