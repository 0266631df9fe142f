import { describe, expect, test, vi } from 'vitest';
import { createPlayhead } from '../clock/playhead.ts';
import type { PlayerState } from '../player-state.ts';
import type { OpenedTab } from './open-tab.ts';
import { createReadAhead } from './read-ahead.ts';
import { createScene } from './scene.ts';

/** A tab whose recording has been read up to an instant, with a stage that writes down what it is told. */
function openedTab(tab: string, readUntil: number) {
  const told: string[] = [];
  let until = readUntil;
  const opened = {
    tab,
    stage: {
      reaches: (at: number) => at >= 0,
      show: (at: number) => told.push(`show ${at}`),
      play: (at: number, speed: number) => told.push(`play ${at} ${speed}`),
      pause: () => told.push('pause'),
      setSpeed: (speed: number) => told.push(`speed ${speed}`),
      firstAt: () => 100,
      destroy: () => told.push('destroy'),
    },
    reader: { readUntil: () => until, hasMore: () => until < 1_000 },
    readOn: vi.fn(async (to: number) => {
      until = to;
    }),
  };
  return { told, opened, asOpened: opened as unknown as OpenedTab };
}

function sceneAt(at: number) {
  let now = 0;
  const playhead = createPlayhead({ now: () => now, at });
  const pending: { tab: string; moment: number; signal: AbortSignal; answer: (tab: OpenedTab | Error) => void }[] = [];
  const changes: Partial<PlayerState>[] = [];
  let wanted: string | undefined = 'a';
  const scene = createScene({
    playhead,
    now: () => now,
    wanted: () => wanted,
    open: (asked) =>
      new Promise((resolve, reject) => {
        pending.push({ ...asked, answer: (tab) => (tab instanceof Error ? reject(tab) : resolve(tab)) });
      }),
    change: (part) => void changes.push(part),
    settled: () => undefined,
  });
  const settle = async () => {
    for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
  };
  return {
    scene,
    playhead,
    pending,
    changes,
    settle,
    want: (tab: string | undefined) => (wanted = tab),
    pass: (ms: number) => (now += ms),
  };
}

describe('a scene', () => {
  test('brings the tab that is wanted, and holds time until it is there', async () => {
    const { scene, playhead, pending, changes, settle } = sceneAt(500);
    playhead.play();
    void scene.show();
    expect([playhead.isHeld('loading'), scene.isOpening(), changes]).toEqual([true, true, [{ loading: true, tab: 'a' }]]);
    const { asOpened, told } = openedTab('a', 900);
    pending[0]?.answer(asOpened);
    await settle();
    expect([playhead.isHeld('loading'), scene.isOpening(), told]).toEqual([false, false, ['play 500 1']]);
    expect(changes.at(-1)).toEqual({ loading: false, failure: undefined });
  });

  test('shows from what it has where that reaches, and stands still before its first picture', async () => {
    const { scene, playhead, pending, settle } = sceneAt(500);
    void scene.show();
    const { asOpened, told } = openedTab('a', 900);
    pending[0]?.answer(asOpened);
    await settle();
    playhead.play();
    playhead.seek(99);
    void scene.show();
    expect(told.slice(-2)).toEqual(['show 99', 'pause']);
    scene.begin(99);
    expect(told.at(-1)).toBe('pause');
    playhead.seek(100);
    scene.begin(100);
    expect(told.at(-1)).toBe('play 100 1');
    expect(pending).toHaveLength(1);
    playhead.seek(900);
    void scene.show();
    expect(pending).toHaveLength(2);
  });

  test('while somebody drags, what is on its way is shown first, then where they came to; after a while it is given up', async () => {
    const { scene, playhead, pending, settle, pass } = sceneAt(500);
    void scene.show();
    pass(399);
    playhead.seek(600);
    void scene.show();
    expect(pending).toHaveLength(1);
    const { asOpened, told } = openedTab('a', 700);
    pending[0]?.answer(asOpened);
    await settle();
    expect(told).toEqual(['show 600', 'pause']);
    playhead.seek(800);
    void scene.show();
    pass(400);
    playhead.seek(850);
    void scene.show();
    expect([pending.length, pending[1]?.signal.aborted, pending[2]?.moment]).toEqual([3, true, 850]);
    const late = openedTab('a', 900);
    pending[1]?.answer(late.asOpened);
    await settle();
    expect(late.told).toEqual(['destroy']);
  });

  test('the one before goes when the next is there; one that cannot be had stops the player and says why', async () => {
    const { scene, playhead, pending, settle, want, changes } = sceneAt(500);
    void scene.show();
    const one = openedTab('a', 900);
    pending[0]?.answer(one.asOpened);
    await settle();
    want('b');
    void scene.show();
    const two = openedTab('b', 900);
    pending[1]?.answer(two.asOpened);
    await settle();
    expect([one.told.at(-1), scene.on()?.tab]).toEqual(['destroy', 'b']);
    playhead.play();
    want('c');
    void scene.show();
    pending[2]?.answer(new Error('the server is away'));
    await settle();
    expect([playhead.isPlaying(), changes.at(-1)]).toEqual([false, { loading: false, playing: false, failure: 'the server is away' }]);
  });
});

describe('reading ahead', () => {
  const readerOf = (opened: OpenedTab | undefined, at: number, speed = 1) => {
    const playhead = createPlayhead({ now: () => 0, at });
    playhead.setSpeed(speed);
    const caughtUp = vi.fn<() => void>();
    const failed = vi.fn<(message: string) => void>();
    const waited: number[] = [];
    const wait = async (ms: number) => void waited.push(ms);
    const ahead = createReadAhead({ scene: { on: () => opened, isOpening: () => false }, playhead, caughtUp, failed, wait });
    return { ahead, playhead, caughtUp, failed, waited };
  };

  test('waits until less than ten seconds lie ahead, at the speed of the session', async () => {
    const { opened, asOpened } = openedTab('a', 900);
    await readerOf(asOpened, 900 - 10_001).ahead.look();
    expect(opened.readOn).not.toHaveBeenCalled();
    await readerOf(asOpened, 900 - 10_001, 2).ahead.look();
    expect(opened.readOn.mock.lastCall?.[0]).toBe(900 - 10_001 + 20_000);
  });

  test('one at a time, and what was waited for goes on', async () => {
    const { opened, asOpened } = openedTab('a', 900);
    const { ahead, playhead, caughtUp } = readerOf(asOpened, 890);
    playhead.hold('loading');
    await Promise.all([ahead.look(), ahead.look()]);
    expect([opened.readOn.mock.calls.length, caughtUp.mock.calls.length]).toEqual([1, 1]);
  });

  test('a failure is told, and nothing asked again for a second', async () => {
    const { opened, asOpened } = openedTab('a', 900);
    opened.readOn.mockRejectedValueOnce(new Error('away'));
    const { ahead, failed, waited } = readerOf(asOpened, 890);
    await ahead.look();
    expect([failed.mock.lastCall, waited]).toEqual([['away'], [1_000]]);
  });
});
