import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SessionNews } from '@sightline/protocol';
import { expect, test, vi } from 'vitest';
import { batch } from '../../test/batches.ts';
import type { RecordingRow } from '../batch.ts';
import { createSessionWatchers } from './session-watchers.ts';

const AT = 1_000_000;
const chunk = (sequence: number, text: unknown = [{ type: 3, timestamp: AT }]): RecordingRow => ({
  sequence,
  at: AT,
  until: AT + 300,
  offsetMs: -7,
  count: 1,
  snapshot: sequence === 0,
  encoding: 'gzip',
  events: gzipSync(JSON.stringify(text)).toString('base64'),
});
const watching = () => {
  const of = batch({ session: randomUUID() as never, events: [], recordings: [chunk(0)] });
  const watchers = createSessionWatchers();
  const heard: SessionNews[] = [];
  const forget = watchers.watch(of, (line) => heard.push(JSON.parse(line) as SessionNews));
  return { of, watchers, heard, forget };
};

test('a watcher hears a session’s chunks as they would be read, on the session’s clock', async () => {
  const { of, watchers, heard } = watching();
  watchers.saw(of);
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard).toEqual([
    {
      tab: of.tab,
      events: 0,
      chunks: [
        {
          sequence: 0,
          at: AT - 7,
          until: AT + 293,
          offsetMs: -7,
          count: 1,
          snapshot: true,
          bytes: expect.any(Number),
          events: [{ type: 3, timestamp: AT }],
        },
      ],
    },
  ]);
});

test('news come in order, though a large chunk takes longer to be read', async () => {
  const { of, watchers, heard } = watching();
  const noise = Array.from({ length: 4_000 }, () => randomUUID());
  watchers.saw({ ...of, recordings: [chunk(0, noise)] });
  for (const sequence of [1, 2, 3]) watchers.saw({ ...of, recordings: [chunk(sequence)] });
  await vi.waitFor(() => expect(heard).toHaveLength(4));
  expect(heard.flatMap(({ chunks = [] }) => chunks.map(({ sequence }) => sequence))).toEqual([0, 1, 2, 3]);
});

test('what a tab does not number, and what cannot be read, is only told of', async () => {
  const { of, watchers, heard } = watching();
  watchers.saw({ ...of, dialect: 'recording-backend' });
  watchers.saw({ ...of, recordings: [], refused: [{ kind: 'recording', sequence: 3, reason: 'r', body: 'b' }] });
  watchers.saw({ ...of, recordings: [{ ...chunk(1), events: 'bm90IGd6aXA=' }] });
  await vi.waitFor(() => expect(heard).toHaveLength(3));
  expect(heard).toMatchObject([{ more: true }, { more: true }, { chunks: [{ sequence: 1, events: [], problem: expect.any(String) }] }]);
  expect(heard[0]?.chunks).toBeUndefined();
});

test('of more than watchers can be told at once they hear that it came', async () => {
  const { of, watchers, heard } = watching();
  for (let sequence = 0; sequence < 40; sequence += 1) watchers.saw({ ...of, recordings: [chunk(sequence)] });
  await vi.waitFor(() => expect(heard).toHaveLength(40));
  expect(heard.filter(({ more }) => more)).toHaveLength(8);
  watchers.saw({ ...of, recordings: [chunk(40)] });
  await vi.waitFor(() => expect(heard.at(-1)?.chunks).toHaveLength(1));
});

test('other sessions, the same id in another flight, and who forgot, hear nothing', async () => {
  const { of, watchers, heard, forget } = watching();
  expect([watchers.isWatched(of), watchers.isWatched({ ...of, flight: 'other' }), watchers.isWatched({ ...of, session: 'other' })]).toEqual(
    [true, false, false],
  );
  forget();
  expect(watchers.isWatched(of)).toBe(false);
  watchers.saw(of);
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual([]);
});
