import type { BuilderGrants } from '../auth/builder-grants.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { Registry } from '../registry/registry.ts';
import type { Door } from '../door/door.ts';
import type { Loader } from '../loader/loader.ts';
import type { RunningExportJobs } from '../exports/jobs/export-jobs.ts';
import type { Store } from '../store/index.ts';

/** What the query API answers from. */
export interface ApiDeps {
  accounts: Accounts;
  registry: Registry;
  /** Makes the door see a change of flights now. */
  flightsChanged: () => Promise<void>;
  store: Store;
  /** What the health of collection is read from. */
  door: Pick<Door, 'status'>;
  loader: Pick<Loader, 'lagMs' | 'drain'>;
  builder: Pick<BuilderGrants, 'issue'>;
  exportJobs: RunningExportJobs;
  version: string;
  publicUrl?: string | undefined;
}
