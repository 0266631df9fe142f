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

const RUBBISH: Record<string, (last: string) => string> = {
  'half a frame': (last) => last.slice(0, last.length / 2),
  zeros: () => '\0'.repeat(4_096),
  'a line that is no frame': () => '["00000000",5,{"a":}]\n',
};
/** How often each of it is put there. */
const TIMES = 2;
/** A segment that was loaded just before is not there to be damaged. */
const TRIES = 8;

test('half a frame, zeros or a line that is no frame behind the last acknowledged batch cost nothing', () =>
  underLoad(async (load) => {
    const damaged: string[] = [];
    const damage = async (kind: string, rubbish: (last: string) => string) => {
      const path = await lastSegment(load.dataDir);
      if (path === undefined) return;
      const lines = (await readFile(path, 'utf8')).split('\n');
      await appendFile(path, rubbish(lines.findLast((line) => line !== '') ?? '["'));
      damaged.push(kind);
    };
    for (const [kind, rubbish] of Object.entries(RUBBISH)) {
      const times = () => damaged.filter((each) => each === kind).length;
      for (let tries = 0; tries < TRIES && times() < TIMES; tries += 1) {
        await forAWhile();
        await load.crash(() => damage(kind, rubbish));
      }
      expect(times(), kind).toBe(TIMES);
    }
    expect(await load.settle()).toMatchObject({ lost: [], doubled: [] });
  }));

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
