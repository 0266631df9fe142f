import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A Unix socket's path must fit into 108 bytes on Linux and 104 on macOS, its end mark included. */
const MAX_BYTES = 103;

/** Where the engine of a data directory listens; in the system's temporary directory where the directory's path is too long. */
export function socketPathOf(directory: string): string {
  const path = join(resolve(directory), 'engine.sock');
  if (Buffer.byteLength(path) <= MAX_BYTES) return path;
  const digest = createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 24);
  return join(tmpdir(), `sightline-${digest}.sock`);
}
