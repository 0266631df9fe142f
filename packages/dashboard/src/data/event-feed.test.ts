import type { EventPage } from '@sightline/protocol';
import { expect, test, vi } from 'vitest';
import { fakeEvent } from '../event-fakes.ts';
import { createEventFeed, merge } from './event-feed.ts';

const page = (events: EventPage['events'], cursor: string, more = false): EventPage => ({ events, cursor, more });

/** A server that gives these answers in turn, and then the last one's cursor with nothing new. */
function feedOver(answers: (EventPage | Error)[]) {
  const asked: (string | undefined)[] = [];
  const waits: (() => void)[] = [];
  const api = {
    events: (_session: string, { after }: { after?: string }) => {
      asked.push(after);
      const answer = answers.shift() ?? page([], after ?? '');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const feed = createEventFeed({ api, session: 's', wait: () => new Promise((resolve) => waits.push(resolve)) });
  return { feed, asked, tick: () => waits.shift()?.() };
}

test('reads page after page without waiting, then goes on from where it stopped', async () => {
  const { feed, asked, tick } = feedOver([page([fakeEvent({ sequence: 0 })], 'a', true), page([fakeEvent({ sequence: 1, at: 5 })], 'b')]);
  const stop = feed.follow(1_000);
  await vi.waitFor(() => expect(feed.read().caughtUp).toBe(true));
  expect(feed.read().events.map(({ sequence }) => sequence)).toEqual([0, 1]);
  tick();
  await vi.waitFor(() => expect(asked).toEqual([undefined, 'a', 'b']));
  stop();
});

test('a failure is told, and the next answer forgets it without losing what was read', async () => {
  const { feed, tick } = feedOver([page([fakeEvent()], 'a'), new Error('silent'), page([fakeEvent({ sequence: 1, at: 9 })], 'b')]);
  const stop = feed.follow(1_000);
  await vi.waitFor(() => expect(feed.read().caughtUp).toBe(true));
  tick();
  await vi.waitFor(() => expect(feed.read().failure?.message).toBe('silent'));
  expect(feed.read().events).toHaveLength(1);
  tick();
  await vi.waitFor(() => expect(feed.read()).toMatchObject({ failure: undefined, events: [{ sequence: 0 }, { sequence: 1 }] }));
  stop();
});

test('stopped in the middle of an answer and followed again, it reads everything once', async () => {
  const api = {
    events: (_session: string, { after }: { after?: string }) =>
      Promise.resolve(after === undefined ? page([fakeEvent()], 'a') : page([], after)),
  };
  const feed = createEventFeed({ api, session: 's', wait: () => new Promise(() => undefined) });
  feed.follow(1_000)();
  const stop = feed.follow(10_000);
  await vi.waitFor(() => expect(feed.read().caughtUp).toBe(true));
  expect(feed.read().events).toHaveLength(1);
  stop();
});

test('what arrives late is sorted in by time', () => {
  const before = [fakeEvent({ at: 1, sequence: 0 }), fakeEvent({ at: 5, sequence: 2 })];
  expect(merge(before, [fakeEvent({ at: 3, sequence: 1 })]).map(({ at }) => at)).toEqual([1, 3, 5]);
});

test('the same list comes back when nothing arrived, so that nothing is drawn again', () => {
  const before = [fakeEvent()];
  expect(merge(before, [])).toBe(before);
});
