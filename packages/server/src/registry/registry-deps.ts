import type { Database } from './database.ts';

/** What the registry's parts use. */
export interface RegistryDeps {
  database: Database;
  now: () => number;
}
