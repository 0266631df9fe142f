import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { PersonErasureDeps } from '../erasure/erase-person.ts';
import { keptAsideIn } from '../erasure/kept-aside-in.ts';
import { eraseExports } from '../exports/jobs/erase-exports.ts';
import type { ErasedFromExports } from '../registry/export-jobs.ts';
import type { Registry } from '../registry/registry.ts';
import type { Store } from '../store/index.ts';
import { withRegistry } from './with-registry.ts';
import { withStore } from './with-store.ts';

/** What a command erases with. */
export type ErasureDeps = PersonErasureDeps & { registry: Registry; store: Store };

/** Runs an erasure on an installation, whether its server runs or not. */
export const withErasure = (
  config: Pick<Config, 'data' | 'clickhouseUrl' | 'postgresUrl'>,
  run: (deps: ErasureDeps) => Promise<void>,
): Promise<void> =>
  withStore(config, (store, { drain }) =>
    withRegistry(config, (registry) => {
      const exports = {
        erase: (erased: ErasedFromExports) => eraseExports({ jobs: registry.exportJobs, folder: join(config.data, 'exports') }, erased),
      };
      return run({ registry, store, notes: registry.notes, exports, drain, keptAside: keptAsideIn(config.data) });
    }),
  );
