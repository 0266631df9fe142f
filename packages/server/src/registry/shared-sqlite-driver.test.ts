import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { openRegistry } from './registry.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sightline-sqlite-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const onError = (error: Error) => {
  throw error;
};

test('the file is a write-ahead log database that syncs at each commit, for its owner alone', async () => {
  const { kysely, close } = await openDatabase({ data, onError });
  const pragma = async (name: string) => Object.values((await sql.raw<object>(`pragma ${name}`).execute(kysely)).rows[0] ?? {});
  expect(await pragma('journal_mode')).toEqual(['wal']);
  expect(await pragma('synchronous')).toEqual([2]);
  expect(await pragma('foreign_keys')).toEqual([1]);
  expect(statSync(join(data, 'registry.sqlite')).mode & 0o777).toBe(0o600);
  expect(statSync(join(data, 'registry.sqlite-wal')).mode & 0o777).toBe(0o600);
  await close();
});

test('a folder that cannot be one is named', async () => {
  const { close } = await openDatabase({ data, onError });
  await close();
  await expect(openDatabase({ data: join(data, 'registry.sqlite'), onError })).rejects.toThrow('registry.sqlite');
});

test('a failed write leaves nothing behind and the next one works', async () => {
  const { kysely, close } = await openDatabase({ data, onError });
  const twice = ['a', 'b', 'a'].map((key) => ({ key, value: '' }));
  await expect(kysely.insertInto('setting').values(twice).execute()).rejects.toThrow('UNIQUE');
  expect(await kysely.selectFrom('setting').selectAll().execute()).toEqual([]);
  await kysely.insertInto('setting').values({ key: 'a', value: '' }).execute();
  await close();
});

const WRITES = 40;

/** The registry as one file that other processes can run. */
async function bundled(): Promise<string> {
  const { build } = await import('esbuild');
  // Inside the repository, so that the packages it imports are found.
  const outfile = join(import.meta.dirname, '../../../../.cache', `${randomUUID()}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'registry.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    packages: 'external',
    alias: { '@sightline/protocol': join(import.meta.dirname, '../../../protocol/src/index.ts') },
  });
  return outfile;
}

const program = (bundle: string, folder: string, body: string) => [
  '--input-type=module',
  '-e',
  `const { openRegistry } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
  const registry = await openRegistry({ data: ${JSON.stringify(folder)}, onError: (error) => { throw error; } });
  const { id, applicationId } = await registry.flights.find({ flight: 'default' });
  ${body}
  await registry.close();`,
];

test('several processes write to one fresh file at the same time and nothing is lost', async () => {
  const bundle = await bundled();
  const folder = join(data, 'data');
  const writer = (name: string) => `for (let count = 0; count < ${WRITES}; count += 1) {
    await registry.flights.addToken(id);
    const person = { application: applicationId, flight: id, visitor: ${JSON.stringify(name)} + count, email: count + '@example.org', at: count };
    await registry.people.register(person);
  }`;
  const run = (name: string) => promisify(execFile)(process.execPath, program(bundle, folder, writer(name)), { cwd: import.meta.dirname });
  await Promise.all(['one', 'two', 'three'].map(run)).finally(() => rmSync(bundle));
  const { kysely, close } = await openDatabase({ data: folder, onError });
  const count = async (table: 'flightToken' | 'person' | 'personVisitor' | 'application') =>
    (
      await kysely
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count;
  expect(await count('application')).toBe(1);
  expect(await count('flightToken')).toBe(3 * WRITES + 1);
  expect(await count('person')).toBe(WRITES);
  expect(await count('personVisitor')).toBe(3 * WRITES);
  await close();
});

test('what a killed process was told is written is there, whole, and the next process goes on at once', async () => {
  const bundle = await bundled();
  const folder = join(data, 'data');
  const endless =
    "for (;;) process.stdout.write((await registry.flights.addToken(id)).tokens.map(({ token }) => token).join(' ') + '\\n');";
  const child = spawn(process.execPath, program(bundle, folder, endless), {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      told += String(chunk);
      if (told.split('\n').length > WRITES) child.kill('SIGKILL');
    });
    child.once('close', () => resolve());
  });
  rmSync(bundle);
  const last = told.slice(0, told.lastIndexOf('\n')).split('\n').at(-1)?.split(' ') ?? [];
  expect(last.length).toBeGreaterThanOrEqual(WRITES);
  const registry = await openRegistry({ data: folder, onError });
  const found = await registry.flights.find({ flight: 'default' });
  const tokens = 'tokens' in found ? found.tokens.map(({ token }) => token) : [];
  expect(last.filter((token) => !tokens.includes(token))).toEqual([]);
  expect((await sql<{ integrity_check: string }>`pragma integrity_check`.execute(registry.database.kysely)).rows).toEqual([
    { integrity_check: 'ok' },
  ]);
  await registry.settings.getOrMake('written', 'after');
  await registry.close();
});
