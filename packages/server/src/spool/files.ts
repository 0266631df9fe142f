import { close, constants, fdatasync, open, write } from 'node:fs';
import { mkdir, open as openHandle, readdir, readFile, rename, rm, stat, statfs, truncate, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** What the spool and the loader ask of the disk; everything that resolves is durable, unless it says otherwise. */
export interface Files {
  makeDirectory(path: string): Promise<void>;
  names(directory: string): Promise<string[]>;
  stat(path: string): Promise<{ bytes: number; modifiedAt: number }>;
  read(path: string): Promise<Buffer>;
  /** Creates a file that must not exist. */
  create(path: string): Promise<OpenFile>;
  /** Replaces or creates a file whole, or leaves everything as it was. */
  replace(path: string, bytes: Buffer | string): Promise<void>;
  truncate(path: string, bytes: number): Promise<void>;
  /** Not durable: a file that is back after a power failure does no harm. */
  remove(path: string): Promise<void>;
  freeBytes(directory: string): Promise<number>;
}

/** A file open for appending. */
export interface OpenFile {
  append(bytes: Buffer): Promise<void>;
  close(): Promise<void>;
}

/** The real disk. */
export const diskFiles: Files = {
  async makeDirectory(path) {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  names: (directory) => readdir(directory),
  async stat(path) {
    const { size, mtimeMs } = await stat(path);
    return { bytes: size, modifiedAt: Math.round(mtimeMs) };
  },
  read: (path) => readFile(path),
  async create(path) {
    const fd = await openFile(path, APPEND_NEW, 0o600);
    await syncDirectory(dirname(path)).catch(async (error: unknown) => {
      await closeFile(fd);
      await rm(path, { force: true });
      throw error;
    });
    return {
      async append(bytes) {
        await appendAll(fd, bytes);
        if (!WRITES_ARE_SYNCED) await syncData(fd);
      },
      close: () => closeFile(fd),
    };
  },
  async replace(path, bytes) {
    const draft = `${path}.draft`;
    const file = await openHandle(draft, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
    await syncDirectory(dirname(path));
  },
  async truncate(path, bytes) {
    await truncate(path, bytes);
    const file = await openHandle(path, 'r+');
    await file.datasync().finally(() => file.close());
  },
  async remove(path) {
    await unlink(path).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  },
  async freeBytes(directory) {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  },
};

/** Linux syncs within the write, as `fdatasync` would: one way through the thread pool instead of two. macOS would not flush the disk's own cache. */
const WRITES_ARE_SYNCED = process.platform === 'linux';
const APPEND_NEW =
  constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND | (WRITES_ARE_SYNCED ? constants.O_DSYNC : 0);

// The callback forms cost a fifth of a FileHandle's overhead, and this is the hot path.
const openFile = promisify(open);
const closeFile = promisify(close);
const syncData = promisify(fdatasync);
const writeSome = promisify(write);

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function appendAll(fd: number, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length;) from += (await writeSome(fd, bytes, from, bytes.length - from)).bytesWritten;
}

/** Without it a file that was created may be missing after a power failure, whatever was synced into it. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await openHandle(path, 'r');
  await directory.sync().finally(() => directory.close());
}
