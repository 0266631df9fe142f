import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a Unix socket's path may measure at most: 108 bytes on Linux, 104 on macOS, with the final zero. */
const MOST_BYTES = 103;

/** Where a socket of this data directory lives: in it, or, where that path is too long for a socket, in a private folder named after it. */
export function socketPath(dataDir: string, name: string): string {
  const path = join(resolve(dataDir), name);
  if (Buffer.byteLength(path) <= MOST_BYTES) return path;
  const folder = join(tmpdir(), `sightline-${createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, name);
}
