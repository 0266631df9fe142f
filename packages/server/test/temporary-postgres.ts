import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A PostgreSQL of a test's own, on a socket in a temporary folder. */
export interface TemporaryPostgres {
  /** The URL of a new, empty database. */
  newDatabase(): string;
  stop(): Promise<void>;
}

/** Debian's `nobody`: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
const START_TRIES = 200;

/** Starts PostgreSQL from the system's packages, which it installs where they are missing. */
export async function temporaryPostgres(): Promise<TemporaryPostgres> {
  const programs = programFolder() ?? installed();
  const folder = mkdtempSync(join(tmpdir(), 'sightline-postgres-'));
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const run = (program: string, args: string[]) => execFileSync(join(programs, program), args, { ...user, cwd: folder, stdio: 'pipe' });
  run('initdb', ['-D', data, '-U', 'sightline', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8']);
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const connect = ['-h', folder, '-U', 'sightline'];
  for (let tries = 1; !isReady(() => run('pg_isready', connect)); tries += 1) {
    if (tries === START_TRIES || server.exitCode !== null) throw new Error(`PostgreSQL from ${programs} did not start in ${folder}`);
    await wait(50);
  }
  return {
    newDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      run('createdb', [...connect, name]);
      return `postgresql://sightline@localhost/${name}?host=${encodeURIComponent(folder)}`;
    },
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isReady(ask: () => void): boolean {
  try {
    ask();
    return true;
  } catch {
    // Not ready yet is what pg_isready says by failing.
    return false;
  }
}

const PACKAGES = '/usr/lib/postgresql';

function programFolder(): string | undefined {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...versions.map((version) => join(PACKAGES, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

function installed(): string {
  try {
    execFileSync('apt-get', ['install', '-y', 'postgresql'], { stdio: 'pipe', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch (cause) {
    throw new Error('These tests need PostgreSQL, which is not installed and could not be: run `apt-get install postgresql`', { cause });
  }
  const folder = programFolder();
  if (!folder) throw new Error('apt-get installed PostgreSQL, but no initdb is in /usr/lib/postgresql or PATH');
  return folder;
}
