import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { GrowingFile } from './growing-file.ts';
import type { PartData } from './part-data.ts';
import { partsAhead } from './parts-ahead.ts';
import type { SessionPart } from './session-parts.ts';

const nameOf = (made: unknown): string => (made as { name: string }).name;
const head = (session: string) => ({ session, sessionRef: session, startedAt: 0, events: 1 });

/** Parts `1`, `2` … and a file whose reading of a part is watched. */
function setUp(count: number, { failing }: { failing?: string } = {}) {
  const seen = { begun: [] as string[], done: [] as string[], dropped: [] as string[], most: 0, closed: false };
  async function* parts(): AsyncGenerator<SessionPart> {
    try {
      for (let number = 1; number <= count; number += 1) yield { heads: [head(String(number))], last: head(String(number)) };
    } finally {
      seen.closed = true;
    }
  }
  const file = {
    async ahead({ heads }: PartData) {
      const name = heads[0]?.session ?? '';
      seen.begun.push(name);
      seen.most = Math.max(seen.most, seen.begun.length - seen.done.length);
      // The first one takes longest.
      await wait(name === '1' ? 20 : 1);
      seen.done.push(name);
      if (name === failing) throw new Error(`part ${name} failed`);
      return { name, drop: async () => void seen.dropped.push(name) };
    },
  } as unknown as GrowingFile;
  const dataOf = ({ heads }: SessionPart) => ({ heads }) as unknown as PartData;
  return { seen, file, parts, run: (atOnce: number) => partsAhead(parts(), { files: [file], dataOf, atOnce }) };
}

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
])('reads %d parts at a time and hands them on in their order', async (atOnce, most) => {
  const { seen, file, run } = setUp(6);
  const read: string[] = [];
  for await (const part of run(atOnce)) read.push(nameOf(part.made(file)));
  expect(read).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(seen.most).toBe(most);
});

test('reads on while a part is written, no further than it may', async () => {
  const { seen, run } = setUp(6);
  for await (const { heads } of run(2)) {
    if (heads[0]?.session !== '1') continue;
    await wait(20);
    expect(seen.begun).toEqual(['1', '2', '3']);
  }
});

test('a part that fails is told in its turn, and nothing is left under way', async () => {
  const { seen, file, run } = setUp(6, { failing: '3' });
  const read: string[] = [];
  const reading = (async () => {
    for await (const part of run(2)) read.push(nameOf(part.made(file)));
  })();
  await expect(reading).rejects.toThrow('part 3 failed');
  expect(read).toEqual(['1', '2']);
  expect(seen).toMatchObject({ closed: true });
  expect(seen.done.toSorted()).toEqual(seen.begun);
  expect(seen.dropped.toSorted()).toEqual(seen.begun.filter((name) => name !== '3'));
});

test('whoever stops taking waits for what is under way', async () => {
  const { seen, run } = setUp(6);
  for await (const _ of run(2)) break;
  expect(seen.done.length).toBe(seen.begun.length);
  expect(seen.dropped.toSorted()).toEqual(seen.begun);
  expect(seen.closed).toBe(true);
});
