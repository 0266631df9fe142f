import { join } from 'node:path';

/** Where an embedded engine keeps files of the moment; what an engine before it left there, it clears as it starts. */
export const scratchOf = (directory: string): string => join(directory, 'scratch');
