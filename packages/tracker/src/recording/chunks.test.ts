import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { eventWithTime } from '@rrweb/types';
import { createChunks, type Sealed } from './chunks.ts';

const event = (type: number, timestamp: number, size = 0) => ({ type, timestamp, data: 'x'.repeat(size) }) as unknown as eventWithTime;
const sealing = () => {
  const sealed: Sealed[] = [];
  return { sealed, chunks: createChunks((chunk) => sealed.push(chunk)) };
};

test('a full snapshot begins a chunk of its own, which says so', () => {
  const { sealed, chunks } = sealing();
  for (const [type, at] of [
    [3, 1],
    [4, 2],
    [2, 3],
    [3, 9],
  ] as const)
    chunks.add(event(type, at));
  chunks.seal();
  expect(sealed.map(({ at, until, count, snapshot }) => ({ at, until, count, snapshot }))).toEqual([
    { at: 1, until: 1, count: 1, snapshot: false },
    { at: 2, until: 9, count: 3, snapshot: true },
  ]);
});

test('nothing makes no chunk', () => {
  const { sealed, chunks } = sealing();
  chunks.seal();
  expect(sealed).toEqual([]);
});

test.each([
  [399_900, 1],
  [400_000, 2],
])('after an event of %i characters, two make %i chunks', (size, count) => {
  const { sealed, chunks } = sealing();
  chunks.add(event(3, 1, size));
  chunks.add(event(3, 2));
  chunks.seal();
  expect(sealed).toHaveLength(count);
});

test('chunks one behind the other are what was recorded, whatever its sizes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(2, 3, 4), fc.nat(), fc.integer({ min: 0, max: 250_000 })), { maxLength: 12 }),
      (given) => {
        const { sealed, chunks } = sealing();
        const events = given.map(([type, at, size]) => event(type, at, size));
        for (const one of events) chunks.add(one);
        chunks.seal();
        expect(sealed.flatMap(({ text }) => JSON.parse(text) as unknown[])).toEqual(events);
        for (const { text, at, until, count } of sealed) {
          const times = (JSON.parse(text) as eventWithTime[]).map(({ timestamp }) => timestamp);
          expect([at, until, count]).toEqual([Math.min(...times), Math.max(...times), times.length]);
        }
      },
    ),
    { numRuns: 30 },
  );
});
