import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort, sightline, startServer } from './server.ts';

const folder = mkdtempSync(join(tmpdir(), 'sightline-no-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `sightline serve` says as it ends; where it does not end, the test runs out of time. */
const serve = async (dataDir: string, port?: number) =>
  sightline(dataDir, ['serve'], { SIGHTLINE_PORT: String(port ?? (await freePort())) }).then(
    () => 'it ended as if all were well',
    (error: Error) => error.message,
  );

test('a registry that cannot be opened ends the start', async () => {
  const data = join(folder, 'registry');
  mkdirSync(data);
  writeFileSync(join(data, 'registry.sqlite'), 'something else that is no database, long enough for a header');
  expect(await serve(data)).toMatch(
    /ended with 1: sightline serve: The registry could not be opened: registry\.sqlite in \S+: file is not a database/,
  );
});

test('a file in the place of the data directory ends the start', async () => {
  const data = join(folder, 'file');
  writeFileSync(data, '');
  expect(await serve(data)).toMatch(/ended with 1: .*The data directory \S+ cannot be used: a file stands in its place/);
});

test.skipIf(!existsSync('/proc/self'))('a place where the system takes no directory ends the start', async () => {
  expect(await serve('/proc/sightline')).toMatch(
    /ended with 1: .*The data directory \/proc\/sightline cannot be used: no directory can be made/,
  );
});

test('a taken port ends the start, and the data directory is free again', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const dataDir = join(folder, 'port');
  expect(await serve(dataDir, port)).toMatch(new RegExp(`ended with 1: .*Port ${port} on 127\\.0\\.0\\.1 is taken`));
  taken.close();
  await once(taken, 'close');
  const server = await startServer({ dataDir, port });
  await server.stop();
});

test('a data directory that another server works on ends the start of a second one', async () => {
  const dataDir = join(folder, 'locked');
  const server = await startServer({ dataDir, port: await freePort() });
  expect(await serve(dataDir)).toMatch(/ended with 1: .*Another Sightline process is running on/);
  await server.stop();
});
