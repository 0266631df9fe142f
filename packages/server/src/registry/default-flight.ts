import { randomUUID } from 'node:crypto';
import { insertFlight } from './insert-flight.ts';
import type { RegistryDeps } from './registry-deps.ts';

/** The setting that names the flight for calls without a token; it stays when the flight is renamed or removed. */
export const DEFAULT_FLIGHT = 'default-flight';

/** Where pages of this machine come from, on any port. */
const LOCAL_ORIGINS = ['http://localhost:*', 'https://localhost:*', 'http://127.0.0.1:*', 'https://127.0.0.1:*'];

/** Makes the application `Default` with its flight, once in a registry's life. */
export async function ensureDefaultFlight({ database: { kysely }, now }: RegistryDeps): Promise<void> {
  const made = await kysely.selectFrom('setting').select('key').where('key', '=', DEFAULT_FLIGHT).executeTakeFirst();
  if (made) return;
  await kysely.transaction().execute(async (transaction) => {
    const flight = randomUUID();
    // The setting's row is the lock: of two fresh starts at once, the second waits here and then finds it there.
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('setting')
      .values({ key: DEFAULT_FLIGHT, value: flight })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) return;
    const application = randomUUID();
    await transaction.insertInto('application').values({ id: application, name: 'Default', createdAt: now() }).execute();
    await insertFlight(transaction, { id: flight, applicationId: application, name: 'default', allowedOrigins: LOCAL_ORIGINS, at: now() });
  });
}
