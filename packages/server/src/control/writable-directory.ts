import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A data directory that cannot be used, in words for whoever chose it. */
export class DataDirectoryUnusable extends Error {
  constructor(dataDir: string, cause: unknown) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    super(`The data directory ${dataDir} cannot be used: ${REASONS[code] ?? message}. Choose another with --data or SIGHTLINE_DATA.`, {
      cause,
    });
  }
}

const NOT_ALLOWED = 'this user may not write there';
const NO_FOLDER = 'a file stands in its place or in its path';
const REASONS: Record<string, string> = {
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EROFS: 'the file system is read-only',
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  ENOENT: 'no directory can be made there',
  ENOSPC: 'the disk is full',
};

/** Makes a data directory that only this user can read, where there is none, and makes sure that it can be written to. */
export function writableDirectory(dataDir: string): void {
  try {
    make(resolve(dataDir));
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new DataDirectoryUnusable(dataDir, error);
  }
}

/** Not Node's `recursive`, which never ends where a directory is there and takes none, as `/proc`. */
function make(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && statSync(path).isDirectory()) return;
    if (code !== 'ENOENT' || existsSync(dirname(path))) throw error;
    make(dirname(path));
    make(path);
  }
}
