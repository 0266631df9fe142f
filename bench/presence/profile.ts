import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BENCH_DIRECTORY } from '../bench-directory.ts';

/** A folder for a browser's profile, which outlives the browser. */
export const newProfile = (): Promise<string> => mkdtemp(join(BENCH_DIRECTORY, 'profile-'));

/** Browsers still write for a moment after they ended. */
export const dropProfile = (profile: string): Promise<void> => rm(profile, { recursive: true, force: true, maxRetries: 5 });
