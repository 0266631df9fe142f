import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErasedFromExports, ExportJobs } from '../../registry/export-jobs.ts';

/** The file of a finished export, in the folder of exports. */
export const zipOf = (id: string): string => `${id}.zip`;
/** Whose file or folder something in the folder of exports is. */
export const idOf = (name: string): string => name.replace(/\.zip(\.unfinished)?$/, '');

/** Takes away the files of all exports that may hold what is erased, and answers which they are. */
export async function eraseExports(
  { jobs, folder }: { jobs: Pick<ExportJobs, 'erase'>; folder: string },
  erased: ErasedFromExports,
): Promise<string[]> {
  const ids = await jobs.erase(erased);
  for (const id of ids) await rm(join(folder, zipOf(id)), { force: true });
  return ids;
}
