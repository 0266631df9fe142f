import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from './database.ts';

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
const WRITER = (registry: string, folder: string, name: string) => `
  const { openRegistry } = await import(${JSON.stringify(registry)});
  const registry = await openRegistry({ data: ${JSON.stringify(folder)}, onError: (error) => { throw error; } });
  const { id } = await registry.flights.find({ flight: 'default' });
  for (let count = 0; count < ${WRITES}; count += 1) {
    await registry.flights.addToken(id);
    await registry.people.register({ flight: id, visitor: ${JSON.stringify(name)} + count, email: count + '@example.org' });
  }
  await registry.close();`;

test('several processes write to one fresh file at the same time and nothing is lost', async () => {
  const { build } = await import('esbuild');
  // Inside the repository, so that the packages it imports are found.
  const bundle = join(import.meta.dirname, '../../../../.cache', `${randomUUID()}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, 'registry.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
    packages: 'external',
    alias: { '@sightline/protocol': join(import.meta.dirname, '../../../protocol/src/index.ts') },
  });
  const run = (name: string) =>
    promisify(execFile)(process.execPath, ['--input-type=module', '-e', WRITER(pathToFileURL(bundle).href, join(data, 'data'), name)], {
      cwd: import.meta.dirname,
    });
  await Promise.all(['one', 'two', 'three'].map(run)).finally(() => rmSync(bundle));
  const { kysely, close } = await openDatabase({ data: join(data, 'data'), onError });
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
