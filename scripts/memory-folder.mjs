import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Several times what all tests together hold at a time. */
const NEEDED_BYTES = 4 * 1024 ** 3;

/**
 * Where tests put what is gone with them: in memory where there is plenty, as a disk makes them wait at every flush. Nothing is lost by
 * it: they kill processes, not the machine.
 */
export function memoryFolder() {
  if (!hasPlenty()) return { path: tmpdir(), remove: () => undefined };
  const path = mkdtempSync(join(MEMORY, 'sightline-tests-'));
  // PostgreSQL refuses to run as root, and has to get in as somebody else.
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

function hasPlenty() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > NEEDED_BYTES && freemem() > 2 * NEEDED_BYTES;
  } catch {
    return false; // No such place on this system.
  }
}
