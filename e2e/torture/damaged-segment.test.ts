import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forAWhile, underLoad } from './under-load.ts';

/** The segment that was being written, as the kill left it. */
async function lastSegment(dataDir: string): Promise<string | undefined> {
  const spool = join(dataDir, 'spool');
  const name = (await readdir(spool))
    .filter((entry) => entry.endsWith('.spool'))
    .sort()
    .at(-1);
  return name && join(spool, name);
}

test.each([
  ['half a frame', (last: string) => last.slice(0, last.length / 2)],
  ['zeros', () => '\0'.repeat(4_096)],
  ['a line that is no frame', () => '["00000000",5,{"a":}]\n'],
])('%s behind the last acknowledged batch costs nothing', (_, rubbish) =>
  underLoad(async (load) => {
    let damaged = 0;
    for (let round = 0; round < 4; round += 1) {
      await forAWhile();
      await load.crash(async () => {
        const path = await lastSegment(load.dataDir);
        if (path === undefined) return;
        const lines = (await readFile(path, 'utf8')).split('\n');
        await appendFile(path, rubbish(lines.findLast((line) => line !== '') ?? '["'));
        damaged += 1;
      });
    }
    expect(await load.settle()).toMatchObject({ lost: [], doubled: [] });
    expect(damaged).toBeGreaterThan(0);
  }),
);

test('a byte that rots in the spool costs the one batch it stands in, which is kept aside', () =>
  underLoad(async (load) => {
    let rotten: string[] = [];
    for (let round = 0; round < 8 && rotten.length === 0; round += 1) {
      await forAWhile();
      await load.crash(async () => {
        const path = await lastSegment(load.dataDir);
        if (path === undefined) return;
        const lines = (await readFile(path, 'utf8')).split('\n');
        const line = lines.findIndex((text) => text.includes('"id":"'));
        if (line === -1) return;
        rotten = [...(lines[line] ?? '').matchAll(/"id":"([^"]+)"/g)].flatMap(([, id]) => (id === undefined ? [] : [id]));
        lines[line] = (lines[line] ?? '').replace('"id":"', '"iD":"');
        await writeFile(path, lines.join('\n'));
      });
    }
    const { lost, doubled } = await load.settle();
    expect(rotten.length).toBeGreaterThan(0);
    expect(doubled).toEqual([]);
    expect(lost.filter((id) => !rotten.includes(id))).toEqual([]);
    expect(await readdir(join(load.dataDir, 'spool', 'cut'))).not.toEqual([]);
  }));
