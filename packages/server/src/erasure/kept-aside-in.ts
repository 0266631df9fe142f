import { join } from 'node:path';

/** The folders of a data directory that hold what could not be loaded: quarantined batches, and what was cut off the ends of segments. */
export const keptAsideIn = (data: string): string[] => [join(data, 'quarantine'), join(data, 'spool', 'cut')];
