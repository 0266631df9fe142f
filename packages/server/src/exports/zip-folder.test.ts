import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { scratchDirectory } from '../../test/engines.ts';
import { zipFolder } from './zip-folder.ts';

test('a zip that was interrupted leaves nothing under its name', async () => {
  const { path, remove } = scratchDirectory();
  onTestFinished(remove);
  mkdirSync(join(path, 'folder'));
  writeFileSync(join(path, 'folder', 'a.csv'), 'a,b\n'.repeat(1_000));
  await expect(zipFolder(join(path, 'folder'), join(path, 'a.zip'), AbortSignal.abort())).rejects.toThrow();
  expect(readdirSync(path)).toEqual(['folder']);
  await zipFolder(join(path, 'folder'), join(path, 'a.zip'));
  expect(readdirSync(path)).toEqual(['a.zip', 'folder']);
});
