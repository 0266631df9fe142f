import type { DiskSpace } from '@sightline/protocol';
import type { BuilderGrants } from '../auth/builder-grants.ts';
import type { Access } from '../auth/access.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { Registry } from '../registry/registry.ts';
import type { Gathering } from '../jobs/gathering.ts';
import type { Measuring } from '../jobs/measuring/measuring.ts';
import type { Door } from '../door/door.ts';
import type { RecordingIndexer } from '../recording/recording-indexer.ts';
import type { SessionWatchers } from '../recording/session-watchers.ts';
import type { StudyProgress } from '../study/study-progress.ts';
import type { Loader } from '../loader/loader.ts';
import type { RunningExportJobs } from '../exports/jobs/export-jobs.ts';
import type { Store } from '../store/index.ts';

/** What the query API answers from. */
export interface ApiDeps {
  accounts: Accounts;
  access: Access;
  registry: Registry;
  /** Makes the door see a change of flights now. */
  flightsChanged: () => Promise<void>;
  store: Store;
  /** What the health of collection is read from. */
  door: Pick<Door, 'status'>;
  loader: Pick<Loader, 'lagMs' | 'drain'>;
  /** Room on the disk. */
  diskSpace: () => Promise<DiskSpace>;
  /** Makes the checkpoints of a recording that somebody opens. */
  recordingIndexer: Pick<RecordingIndexer, 'want'>;
  /** Who watches running sessions. */
  sessionWatchers: Pick<SessionWatchers, 'watch'>;
  measuring: Pick<Measuring, 'lookAt' | 'start' | 'cancel' | 'progress'>;
  gathering: Pick<Gathering, 'lookedAt'>;
  builder: Pick<BuilderGrants, 'issue'>;
  /** How far the participants of studies are. */
  progress: StudyProgress;
  exportJobs: RunningExportJobs;
  /** Folders of batches that could not be loaded. */
  keptAside: readonly string[];
  version: string;
  publicUrl?: string | undefined;
}
