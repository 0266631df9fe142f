import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabasePlace } from '../src/registry/database.ts';
import { temporaryPostgres } from './temporary-postgres.ts';

/** Fresh places for registries, each kind of database with the same promise. */
export interface RegistryPlaces {
  next(): DatabasePlace;
  stop(): Promise<void>;
}

/** Each database a registry may be kept in, by its name: what a contract runs on. */
export const registryPlaces: Record<'SQLite' | 'PostgreSQL', () => Promise<RegistryPlaces>> = {
  async SQLite() {
    const folder = mkdtempSync(join(tmpdir(), 'sightline-registry-'));
    let count = 0;
    return {
      next: () => ({ data: join(folder, String((count += 1))) }),
      async stop() {
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
  async PostgreSQL() {
    const postgres = await temporaryPostgres();
    return { next: () => ({ data: '', postgresUrl: postgres.newDatabase() }), stop: () => postgres.stop() };
  },
};
