import type { LiveChunk, RecordedTab, RecordingManifest, SessionNews, TabId } from '@sightline/protocol';
import { expect, test, vi } from 'vitest';
import { grownBy } from './grown-by.ts';
import { createKeptParts } from './kept-parts.ts';
import { createRecordingFeed } from './recording-feed.ts';
import { fakeManifest, fakeRun, fakeTab } from './recording.fake.ts';

const TAB = 'a' as TabId;
const chunk = (sequence: number): LiveChunk => ({
  sequence,
  at: sequence * 100,
  until: sequence * 100 + 90,
  offsetMs: 0,
  events: [],
  count: 1,
  bytes: 10,
  snapshot: sequence === 0,
});
const run = (from: number, to: number) => fakeRun(from, to, from * 100, { until: to * 100 + 90 });
const tabOf = (...runs: ReturnType<typeof run>[]): RecordedTab => fakeTab(runs, { at: 0, indexed: false });
const manifestOf = (tabs: RecordedTab[], cursor = '1-0'): RecordingManifest => fakeManifest(tabs, { cursor });
const placesOf = (manifest: RecordingManifest | undefined) => manifest?.tabs.map(({ runs }) => runs.map(({ from, to }) => [from, to]));

test.each([
  [
    'what follows is a run more',
    [tabOf(run(0, 4))],
    [5, 6],
    [
      [
        [0, 4],
        [5, 5],
        [6, 6],
      ],
    ],
  ],
  ['what is known adds nothing', [tabOf(run(0, 4))], [3, 4], [[[0, 4]]]],
  [
    'of what is known in part, the rest',
    [tabOf(run(0, 4))],
    [4, 5],
    [
      [
        [0, 4],
        [5, 5],
      ],
    ],
  ],
  ['a hole is left to the store', [tabOf(run(0, 4))], [6], undefined],
  [
    'a tab that just began',
    [],
    [0, 1],
    [
      [
        [0, 0],
        [1, 1],
      ],
    ],
  ],
  ['a tab whose beginning was not told', [], [1], undefined],
] as [string, RecordedTab[], number[], number[][][] | undefined][])('%s', (_, tabs, sequences, expected) => {
  expect(placesOf(grownBy(manifestOf(tabs), TAB, sequences.map(chunk)))).toEqual(expected);
});

test('what was told is read without the server, what was before it from there, until the store has it', async () => {
  const recordingPart = vi.fn(async (_session: string, _tab: string, asked: { from: number; to?: number }) => ({
    chunks: [chunk(asked.from)],
    next: null,
  }));
  const parts = createKeptParts({ recordingPart });
  parts.keep(TAB, [chunk(5), chunk(6)]);
  const read = async (from: number, to: number) =>
    (await parts.recordingPart('s', TAB, { from, to })).chunks.map(({ sequence }) => sequence);
  expect(await read(5, 6)).toEqual([5, 6]);
  expect(recordingPart).not.toHaveBeenCalled();
  expect(await read(4, 6)).toEqual([4, 5, 6]);
  expect(recordingPart).toHaveBeenLastCalledWith('s', TAB, { from: 4, to: 4 }, undefined);
  parts.release([tabOf(run(0, 5))]);
  expect([await read(5, 6), parts.bytes()]).toEqual([[5, 6], 10]);
  expect(recordingPart).toHaveBeenLastCalledWith('s', TAB, { from: 5, to: 5 }, undefined);
});

test('a feed shows what is told at once, and what it was not told it asks for', async () => {
  const lines: SessionNews[] = [
    { watching: true },
    { tab: TAB, chunks: [chunk(5)] },
    { tab: TAB, chunks: [chunk(5)] },
    { tab: TAB, chunks: [chunk(8)] },
  ];
  const stored = [manifestOf([tabOf(run(0, 4))]), manifestOf([], '2-0'), manifestOf([], '2-0'), manifestOf([tabOf(run(5, 8))], '3-0')];
  const recording = vi.fn(async () => stored.shift() ?? manifestOf([], '3-0'));
  const heard: unknown[] = [];
  let step = () => undefined as void;
  async function* sessionNews() {
    for (const line of lines.splice(0)) {
      yield line;
      await new Promise<void>((resolve) => (step = resolve));
    }
    await new Promise<void>(() => undefined);
  }
  const feed = createRecordingFeed({
    api: { recording, sessionNews, recordingPart: vi.fn() } as never,
    session: 's',
    first: { t: undefined, tab: undefined },
    wait: () => new Promise(() => undefined),
  });
  const quiet = feed.follow({ live: false });
  await vi.waitFor(() => expect(recording).toHaveBeenCalledTimes(1));
  quiet();
  feed.subscribe(() => heard.push(placesOf(feed.read().manifest)));
  const stop = feed.follow({ live: true });
  await vi.waitFor(() => expect(recording.mock.calls.length).toBe(3));
  step();
  await vi.waitFor(() =>
    expect(placesOf(feed.read().manifest)).toEqual([
      [
        [0, 4],
        [5, 5],
      ],
    ]),
  );
  step();
  await new Promise((resolve) => setTimeout(resolve));
  step();
  await vi.waitFor(() =>
    expect(placesOf(feed.read().manifest)).toEqual([
      [
        [0, 4],
        [5, 8],
      ],
    ]),
  );
  stop();
  expect(heard).toEqual([
    [
      [
        [0, 4],
        [5, 5],
      ],
    ],
    [
      [
        [0, 4],
        [5, 8],
      ],
    ],
  ]);
});
