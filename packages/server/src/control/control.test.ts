import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { borrowStore } from './borrow-store.ts';
import { DataDirectoryInUse, controlServer } from './control-server.ts';
import { socketPath } from './socket-path.ts';

const loaded = () => undefined;
const directory = () => mkdtempSync(join(tmpdir(), 'sl-'));

test('a command borrows the store of the running server and gives it back', async () => {
  const release = vi.fn<() => void>();
  const data = directory();
  const control = await controlServer(data, { openStore: async () => ({ socketPath: '/engine.sock', release }), loaded });
  const lease = await borrowStore(data);
  expect(lease?.socketPath).toBe('/engine.sock');
  expect(release).not.toHaveBeenCalled();
  lease?.release();
  await vi.waitFor(() => expect(release).toHaveBeenCalledOnce());
  await control.stop();
});

test('what a command says it loaded is heard, also where it gives the store back at once', async () => {
  const heard = vi.fn<() => void>();
  const data = directory();
  const control = await controlServer(data, {
    openStore: async () => ({ socketPath: undefined, release: () => undefined }),
    loaded: heard,
  });
  const lease = await borrowStore(data);
  lease?.loaded();
  lease?.loaded();
  lease?.release();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  await control.stop();
});

test('without a server there is nothing to borrow', async () => {
  expect(await borrowStore(directory())).toBeUndefined();
});

test('a second server on the same data is refused', async () => {
  const data = directory();
  const control = await controlServer(data, { openStore: () => Promise.reject(new Error('not asked')), loaded });
  await expect(controlServer(data, { openStore: () => Promise.reject(new Error('not asked')), loaded })).rejects.toThrow(
    DataDirectoryInUse,
  );
  await control.stop();
});

test('a socket that a killed server left behind is replaced', async () => {
  const data = directory();
  writeFileSync(join(data, 'control.sock'), '');
  const control = await controlServer(data, { openStore: () => Promise.reject(new Error('the engine is ill')), loaded });
  await expect(borrowStore(data)).rejects.toThrow('the engine is ill');
  await control.stop();
});

test('a path too long for a socket is replaced by a short one, the same in every process', () => {
  const long = join(tmpdir(), 'x'.repeat(200));
  expect(socketPath(long, 'control.sock').length).toBeLessThan(104);
  expect(socketPath(long, 'control.sock')).toBe(socketPath(long, 'control.sock'));
});
