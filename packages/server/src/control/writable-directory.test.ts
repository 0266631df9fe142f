import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { DataDirectoryUnusable, writableDirectory } from './writable-directory.ts';

const folder = mkdtempSync(join(tmpdir(), 'sl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a directory is made with those above it, for this user alone, and one that is there is taken', () => {
  const path = join(folder, 'above/below');
  for (let times = 0; times < 2; times += 1) writableDirectory(path);
  for (const made of ['above', 'above/below']) expect(statSync(join(folder, made)).mode & 0o777).toBe(0o700);
});

test('a file in its place or its path is told', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const path of [file, join(file, 'below')])
    expect(() => writableDirectory(path)).toThrow('a file stands in its place or in its path');
});

test('a link to nowhere is told', () => {
  const link = join(folder, 'link');
  symlinkSync(join(folder, 'nowhere'), link);
  expect(() => writableDirectory(link)).toThrow(DataDirectoryUnusable);
});

test.skipIf(!existsSync('/proc/self'))('where the system takes no directory, that is told, however deep it was to be', () => {
  for (const path of ['/proc/sightline', '/proc/sightline/data/deep'])
    expect(() => writableDirectory(path)).toThrow(`The data directory ${path} cannot be used: no directory can be made there.`);
});
