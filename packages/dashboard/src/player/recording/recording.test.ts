import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import type { RecordedTab } from '@sightline/protocol';
import { describe, expect, test, vi } from 'vitest';
import { createKeptParts } from './kept-parts.ts';
import { createReader } from './reader.ts';
import { joined } from './joined.ts';
import { createRecordingFeed } from './recording-feed.ts';
import { fakeManifest, fakeRun, fakeTab } from './recording.fake.ts';
import { createSheets } from './sheets.ts';
import { stageEvents } from './stage-events.ts';

const HASH = 'b'.repeat(64);

describe('events for a stage', () => {
  const prepare = () => stageEvents((event) => event as eventWithTime);
  const at = (timestamp: number, type: EventType, data: object) => ({ type, timestamp, data });

  test('stand on the session’s clock in whole milliseconds', () => {
    const [event] = prepare()({
      events: [at(1_000.4, EventType.IncrementalSnapshot, { source: IncrementalSource.Scroll })],
      offsetMs: 10.3,
    });
    expect(event?.timestamp).toBe(1_011);
  });

  test('a pointer’s way is an event for each position, at its own time', () => {
    const positions = [
      { x: 1, y: 1, id: 1, timeOffset: -400 },
      { x: 2, y: 2, id: 1, timeOffset: 0 },
    ];
    const events = prepare()({
      events: [at(1_000, EventType.IncrementalSnapshot, { source: IncrementalSource.MouseMove, positions })],
      offsetMs: 0,
    });
    expect(events.map(({ timestamp, data }) => [timestamp, (data as { positions: object[] }).positions])).toEqual([
      [600, [{ x: 1, y: 1, id: 1, timeOffset: 0 }]],
      [1_000, [{ x: 2, y: 2, id: 1, timeOffset: 0 }]],
    ]);
  });

  test('a snapshot comes with the size it was taken in, at one moment, and with the latest where nobody says one', () => {
    const events = prepare()({
      events: [
        at(1, EventType.Meta, { href: 'x', width: 9, height: 8 }),
        at(5, EventType.FullSnapshot, {}),
        at(7, EventType.IncrementalSnapshot, { source: IncrementalSource.ViewportResize, width: 5, height: 4 }),
        at(9, EventType.FullSnapshot, {}),
      ],
      offsetMs: 0,
    });
    expect(events.map(({ type, timestamp, data }) => [type, timestamp, (data as { width?: number }).width])).toEqual([
      [EventType.Meta, 5, 9],
      [EventType.FullSnapshot, 5, undefined],
      [EventType.IncrementalSnapshot, 7, 5],
      [EventType.Meta, 9, 5],
      [EventType.FullSnapshot, 9, undefined],
    ]);
  });
});

describe('a reader', () => {
  const begun = (tab: RecordedTab, gone: number[] = []) => {
    const recordingPart = vi.fn(async (_session: string, _tab: string, asked: { from: number; to?: number; checkpoint?: number }) => ({
      chunks: [{ sequence: asked.from, at: 0, until: 5_000, offsetMs: 0, events: [] }],
      next: null,
      ...(asked.checkpoint !== undefined && { keyframe: gone.includes(asked.checkpoint) ? null : KEYFRAME }),
    }));
    return { reader: createReader({ api: { recordingPart }, session: 's', tab: () => tab }), recordingPart };
  };
  const KEYFRAME = { events: [{ type: 4 }], offsetMs: 3 };
  const { signal } = new AbortController();

  test('opens with what shows the moment and the rest of its run, and then reads run after run', async () => {
    const { reader, recordingPart } = begun(
      fakeTab([fakeRun(0, 4, 0, { snapshot: false }), fakeRun(5, 9, 10_000), fakeRun(10, 14, 20_000), fakeRun(15, 19, 60_000)], {
        checkpoints: [{ sequence: 1, at: 2_900 }],
      }),
    );
    expect(await reader.open(3_000, signal)).toEqual([KEYFRAME, expect.objectContaining({ sequence: 2 })]);
    expect(recordingPart.mock.lastCall?.[2]).toEqual({ from: 2, to: 4, checkpoint: 1 });
    expect([reader.readUntil(), reader.hasMore(), reader.isBeginning()]).toEqual([10_000, true, false]);
    await reader.readOn(8_000, signal);
    expect(recordingPart.mock.lastCall?.[2]).toEqual({ from: 5, to: 14 });
    expect(reader.readUntil()).toBe(60_000);
    await reader.readOn(8_000, signal);
    expect([recordingPart.mock.lastCall?.[2], reader.readUntil(), reader.hasMore()]).toEqual([{ from: 15, to: 19 }, Infinity, false]);
  });

  test.each([
    ['a snapshot, where none is nearer', 12_000, { from: 5, to: 9 }],
    ['a checkpoint after it', 14_000, { from: 8, to: 9, checkpoint: 7 }],
    ['the snapshot, a moment before that checkpoint', 13_999, { from: 5, to: 9 }],
    ['a checkpoint of the run before', 25_000, { from: 8, to: 14, checkpoint: 7 }],
    ['the beginning, before everything', -1, { from: 0, to: 4 }],
    ['a checkpoint at the very end', 90_000, { from: 15, to: 15, checkpoint: 14 }],
  ])('begins with %s', async (_, at, asked) => {
    const checkpoints = [
      { sequence: 7, at: 14_000 },
      { sequence: 14, at: 29_000 },
    ];
    const tab = fakeTab([fakeRun(0, 4, 0), fakeRun(5, 9, 10_000, { snapshot: true }), fakeRun(10, 14, 20_000)], { checkpoints });
    const { reader, recordingPart } = begun(tab);
    await reader.open(at, signal);
    expect(recordingPart.mock.calls.map((call) => call[2])).toEqual([asked]);
    expect(reader.isBeginning()).toBe(asked.from === 0);
  });

  test('begins further away where a checkpoint is gone', async () => {
    const { reader, recordingPart } = begun(
      fakeTab([fakeRun(0, 9, 0)], { checkpoints: [3, 6].map((sequence) => ({ sequence, at: sequence })) }),
      [6],
    );
    const parts = await reader.open(20, signal);
    expect(recordingPart.mock.calls.map((call) => call[2].checkpoint)).toEqual([6, 3]);
    expect(parts[0]).toBe(KEYFRAME);
  });

  test('takes a gap in numbers for what it is only where something is known to be missing', async () => {
    const runs = [fakeRun(100, 104, 0, { snapshot: true }), fakeRun(900, 904, 10_000)];
    const whole = begun(fakeTab(runs)).reader;
    await whole.open(0, signal);
    expect([whole.hasMore(), whole.isBeginning()]).toEqual([true, true]);
    const torn = begun(fakeTab(runs, { missing: [{ from: 105, to: 899 }] })).reader;
    await torn.open(0, signal);
    expect([torn.hasMore(), torn.readUntil(), await torn.readOn(0, signal)]).toEqual([false, 10_000, []]);
  });
});

describe('what is known of a recording', () => {
  test('grows by what came, and a run that grew replaces itself', () => {
    const before = fakeManifest([fakeTab([fakeRun(0, 4, 0), fakeRun(5, 6, 10_000)])]);
    const after = joined(
      before,
      fakeManifest([fakeTab([fakeRun(5, 9, 10_000), fakeRun(10, 11, 20_000)], { at: 10_000 })], { cursor: '2' }),
    );
    expect(after.tabs[0]?.runs.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [5, 9],
      [10, 11],
    ]);
    expect([after.tabs[0]?.at, after.tabs[0]?.until, after.cursor]).toEqual([0, 20_900, '2']);
  });

  test('is asked for once, then only what is new, and drawn only where something is', async () => {
    const answers = [
      fakeManifest([fakeTab([fakeRun(0, 4, 0)])]),
      fakeManifest([], { cursor: '2' }),
      fakeManifest([fakeTab([fakeRun(5, 6, 9_000)])], { cursor: '3' }),
    ];
    const recording = vi.fn(async () => answers.shift() ?? fakeManifest([], { cursor: '3' }));
    const heard = vi.fn<() => void>();
    let runs: () => number | undefined = () => undefined;
    const aborter = { stop: () => undefined as void };
    const looked = new Promise<void>((resolve) => {
      const wait = async () => {
        if (recording.mock.calls.length < 4) return;
        aborter.stop();
        resolve();
      };
      const feed = createRecordingFeed({ api: { recording } as never, session: 's', first: { t: 700, tab: undefined }, wait });
      feed.subscribe(heard);
      aborter.stop = feed.follow({ live: false });
      runs = () => feed.read().manifest?.tabs[0]?.runs.length;
    });
    await looked;
    expect([runs(), heard.mock.calls.length]).toEqual([2, 2]);
    expect(recording.mock.calls.map((call) => (call as unknown as [string, object])[1])).toEqual([
      { opening: 700 },
      { after: '1' },
      { after: '2' },
      { after: '3' },
    ]);
  });
});

describe('what came along with the manifest', () => {
  const asked = { from: 13, to: 19, checkpoint: 12 };
  const opening = { tab: 'a' as RecordedTab['tab'], ...asked, part: { chunks: [], next: null } };
  const kept = () => {
    const recordingPart = vi.fn(async () => ({ chunks: [], next: 99 }));
    const parts = createKeptParts({ recordingPart });
    parts.give(opening);
    return { parts, recordingPart };
  };

  test('answers the first question without the server, and is let go', async () => {
    const { parts, recordingPart } = kept();
    expect(await parts.recordingPart('s', 'a', asked)).toBe(opening.part);
    expect(recordingPart).not.toHaveBeenCalled();
    expect(await parts.recordingPart('s', 'a', asked)).toMatchObject({ next: 99 });
  });

  test.each([
    ['another tab', 'b', asked],
    ['another range', 'a', { ...asked, to: 20 }],
    ['no checkpoint', 'a', { from: 13, to: 19 }],
  ])('%s is asked of the server', async (_, tab, other) => {
    const { parts, recordingPart } = kept();
    expect(await parts.recordingPart('s', tab, other)).toMatchObject({ next: 99 });
    expect(recordingPart).toHaveBeenCalledExactlyOnceWith('s', tab, other, undefined);
  });
});

test('style sheets that are assets are put in their places, each loaded once, and one that cannot be had is empty', async () => {
  const load = vi.fn(async (hash: string) => (hash === HASH ? 'a{}' : Promise.reject(new Error('gone'))));
  const attributes = [`sightline-asset:${HASH}`, `sightline-asset:${'c'.repeat(64)}`, 'b{}'].map((css) => ({ _cssText: css }));
  const events = [
    { data: { node: { childNodes: [{ attributes: attributes[0] }, { attributes: attributes[2] }] } } },
    { data: { attributes: [{ id: 1, attributes: attributes[1] }, { attributes: { ...attributes[0] } }] } },
  ];
  await createSheets({ load })([{ events, offsetMs: 0 }]);
  expect(attributes.map(({ _cssText: css }) => css)).toEqual(['a{}', '', 'b{}']);
  expect(load).toHaveBeenCalledTimes(2);
});
