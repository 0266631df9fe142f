import { fileURLToPath } from 'node:url';

/** Where trials keep what they write; on the disk of the repository, as a memory file system syncs nothing. */
export const BENCH_DIRECTORY = process.env.SIGHTLINE_BENCH_DIRECTORY ?? fileURLToPath(new URL('../../.cache', import.meta.url));
