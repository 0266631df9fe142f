import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createMirror, type RrwebEvent } from '@sightline/metrics';
import type { TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import type { CheckpointMark } from '../store/checkpoints.ts';
import type { IndexedChunk } from '../store/recording-index.ts';
import type { Checkpoint } from '../store/save-checkpoints.ts';
import { indexRecording, type IndexStore } from './index-recording.ts';

const LANE = randomUUID() as TabId;
const KEY = { session: randomUUID(), flight: 'f' };
const signal = new AbortController().signal;

const indexed = (events: RrwebEvent[], place: number): IndexedChunk => ({
  lane: LANE,
  place,
  numbered: 1,
  tab: LANE,
  sequence: place,
  at: events[0]?.timestamp ?? 0,
  until: events.at(-1)?.timestamp ?? 0,
  offsetMs: 7,
  count: events.length,
  bytes: 100,
  snapshot: events.some(({ type }) => type === 2),
  arrival: place,
});

/** A store in memory with one lane, which counts what is read. */
function memoryStore(chunks: RrwebEvent[][]) {
  const checkpoints: Checkpoint[] = [];
  const read: number[] = [];
  const store: IndexStore = {
    recordingIndex: () => Promise.resolve(chunks.map(indexed)),
    async recordedChunks({ chunks: asked }) {
      read.push(...asked.map(({ sequence }) => sequence));
      return asked.map(({ sequence }) => ({ encoding: 'gzip', bytes: gzipSync(JSON.stringify(chunks[sequence])) }));
    },
    checkpointMarks: () =>
      Promise.resolve(
        checkpoints.map(({ tab, place, chunks: count, at, offsetMs, events }): CheckpointMark => ({
          tab,
          place,
          chunks: count,
          at,
          offsetMs,
          isEnd: events === '',
          madeAt: 0,
        })),
      ),
    checkpointEvents: ({ place }) => Promise.resolve(checkpoints.find((each) => each.place === place && each.events !== '')),
    async saveCheckpoints(made) {
      for (const each of made) {
        const old = checkpoints.findIndex(({ place }) => place === each.place);
        checkpoints.splice(old < 0 ? checkpoints.length : old, old < 0 ? 0 : 1, each);
      }
    },
  };
  return { store, checkpoints, read };
}

const html = (id: number) => ({ type: 2, id, tagName: 'html', attributes: {}, childNodes: [] });
const begin: RrwebEvent[] = [
  { type: 4, data: { href: 'https://a.example/', width: 800, height: 600 }, timestamp: 1_000 },
  { type: 2, data: { node: { type: 0, id: 1, childNodes: [html(2)] }, initialOffset: { left: 0, top: 0 } }, timestamp: 1_001 },
];
const changes = (from: number, count: number): RrwebEvent[] =>
  Array.from({ length: count }, (_, at) => ({
    type: 3,
    data: { source: 0, adds: [], removes: [], texts: [], attributes: [{ id: 2, attributes: { class: `c${from + at}` } }] },
    timestamp: 2_000 + from + at,
  }));
const long = (chunks: number, each = 250) => [begin, ...Array.from({ length: chunks }, (_, at) => changes(at * each, each))];

test('checkpoints stand so close that no seek reads much, and each shows the page as it was', async () => {
  const chunks = long(40);
  const { store, checkpoints } = memoryStore(chunks);
  await indexRecording(store, KEY, signal);
  expect(checkpoints.map(({ place }) => place)).toEqual([5, 10, 15, 20, 25, 30, 35, 40]);
  for (const { place, chunks: count, events, at, offsetMs } of checkpoints) {
    const mirror = createMirror();
    for (const event of chunks.slice(0, place + 1).flat()) mirror.apply(event);
    expect(JSON.parse(events)).toEqual(mirror.snapshot());
    expect({ count, at, offsetMs }).toEqual({ count: place + 1, at: chunks[place]?.at(-1)?.timestamp, offsetMs: 7 });
  }
});

test('a short recording is only marked as read, with the views it had', async () => {
  const { store, checkpoints } = memoryStore([begin, [{ type: 3, data: { source: 4, width: 400, height: 300 }, timestamp: 3_000 }]]);
  await indexRecording(store, KEY, signal);
  expect(checkpoints).toMatchObject([{ place: 1, chunks: 2, events: '' }]);
  expect(JSON.parse(checkpoints[0]?.views ?? '')).toEqual([
    { at: 1_007, width: 800, height: 600, url: 'https://a.example/' },
    { at: 3_007, width: 400, height: 300, url: '' },
  ]);
});

test('what was read is not read again: a recording that grew goes on from its last checkpoint', async () => {
  const chunks = long(7);
  const { store, checkpoints, read } = memoryStore(chunks);
  await indexRecording(store, KEY, signal);
  read.length = 0;
  await indexRecording(store, KEY, signal);
  expect(read).toEqual([]);
  chunks.push(...long(4).slice(1));
  await indexRecording(store, KEY, signal);
  expect(read).toEqual([6, 7, 8, 9, 10, 11]);
  expect(checkpoints.map(({ place, events }) => [place, events === ''])).toContainEqual([10, false]);
});

test('a snapshot of the recorder’s own spares a checkpoint', async () => {
  const chunks = [...long(4), ...long(4)];
  const { store, checkpoints } = memoryStore(chunks);
  await indexRecording(store, KEY, signal);
  expect(checkpoints.filter(({ events }) => events !== '')).toEqual([]);
});

test('an event that is broken inside does not keep the rest from being shown', async () => {
  const broken = { type: 3, data: { source: 0, adds: 'none' }, timestamp: 2_500 };
  const { store, checkpoints } = memoryStore([begin, [broken], ...long(6).slice(1)]);
  await indexRecording(store, KEY, signal);
  expect(checkpoints[0]?.events).toContain('"class":"c1');
});
