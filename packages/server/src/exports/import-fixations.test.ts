import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { SessionId, TabId } from '@sightline/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, FLIGHT, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { measureAreas } from '../api/measure-areas.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from '../store/index.ts';
import { importFixations } from './import-fixations.ts';
import { readFixations } from './read-fixations.ts';

const scratch = scratchDirectory();
const session = randomUUID() as SessionId;
const view = randomUUID();
let engine: Engine;
let store: Store;

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 60_000, log: { info: () => undefined } });
  const url = 'https://example.org/p?task=1';
  const events = [eventRow(0, { name: 'pageView', url, details: { url }, pageView: view as never }), eventRow(1, { at: BEGIN + 9_000 })];
  await store.load(segmentOf(scratch.path, [batch({ session, tab: randomUUID() as TabId, events })]));
}, 60_000);
afterAll(async () => {
  await engine.stop();
  scratch.remove();
});

const take = (...lines: string[]) =>
  importFixations(Readable.from([`${lines.join('\n')}\n`]), {
    store,
    place: { application: randomUUID(), flight: FLIGHT },
    folder: scratch.path,
    now: () => BEGIN + 60_000,
  });
const stored = async (of: string) =>
  (await store.eventsOfSessions({ flight: FLIGHT, sessions: [of], sees: { gaze_fixation: [] } })).get(of) ?? [];

test('fixations come into the session and onto the page view they are of, once however often', async () => {
  const table = [
    '\uFEFFsession,sinceSessionStartMs,durationMs,element,x,y,pupil,note',
    `${session},1000.4,120,#buy,10.5,20,3.1,"late, but valid"`,
    `${session},700,80,h1,1,2,,`,
  ];
  expect(await take(...table)).toEqual({ fixations: 2, sessions: 1, onPages: 2 });
  await take(...table);
  expect((await stored(session)).map(({ at, pageView, details }) => [at - BEGIN, pageView, details])).toEqual([
    [700, view, { element: 'h1', duration_ms: 80, pageX: 1, pageY: 2 }],
    [1_000, view, { element: '#buy', duration_ms: 120, pageX: 10.5, pageY: 20, pupil: 3.1, note: 'late, but valid' }],
  ]);
  const tabs = await store.sessionCompleteness({ session, flight: FLIGHT });
  expect(tabs.map(({ missing }) => missing)).toEqual([[], []]);

  const part = { path: '#buy', left: 0, top: 0, right: 1, bottom: 1 };
  const area = { id: 'a', version: 1, name: 'Buy', shape: { selector: null, drawnOn: '', parts: [part], top: 0, bottom: 0.5 } };
  const { rows } = await measureAreas({ store })({ flight: FLIGHT, path: '/p' }, [area as never]);
  expect(rows).toMatchObject([{ gazeSessions: 1, fixations: 1, dwellMs: 120, dwellShare: 0.6, firstFixationMs: 1_000 }]);
});

test('a session that nobody recorded is made of its fixations', async () => {
  const told = await take('session,at,durationMs,element', `P-07 block 1,${BEGIN},200,AOI left`, `P-07 block 2,${BEGIN},100,AOI right`);
  expect(told).toEqual({ fixations: 2, sessions: 2, onPages: 0 });
  const { sessions } = await store.listSessions({ flight: FLIGHT, search: 'P-07' });
  expect(sessions).toHaveLength(2);
});

test('a page can be named, by address or path', async () => {
  const at = (url: string) => `${session},5000,10,${url}`;
  const told = await take('session,sinceSessionStartMs,durationMs,url', at('/p'), at('https://example.org/p'), at('/elsewhere'));
  expect(told).toEqual({ fixations: 3, sessions: 1, onPages: 2 });
});

describe('what is no fixation is refused, and nothing is stored', () => {
  test.each([
    [['session,at', 'a,1'], 'line 1: the columns durationMs are missing, got session, at'],
    [['session,durationMs', 'a,1'], 'the columns at or sinceSessionStartMs are missing'],
    [['session,at,durationMs,at', 'a,1,1,1'], 'the column "at" stands there twice'],
    [['session,at,durationMs', ',1,1'], 'line 2: session must not be empty'],
    [['session,at,durationMs', 'bad,1,1', 'bad,soon,1'], 'line 3: at must be a number, got "soon"'],
    [['session,at,durationMs', 'bad,1,-1'], 'line 2: durationMs must be at least 0, got -1'],
    [['session,at,durationMs', 'bad,1'], 'Invalid Record Length'],
    [['session,sinceSessionStartMs,durationMs', 'bad,1,1'], 'the session "bad" is not stored'],
  ])('%j: %s', async (lines, message) => {
    await expect(take(...lines)).rejects.toThrow(message);
    expect((await store.listSessions({ flight: FLIGHT, search: 'bad' })).sessions).toEqual([]);
  });

  test('a length of 0 is one', async () => {
    const read = [];
    for await (const fixation of readFixations(Readable.from(['session,at,durationMs\na,1,0\n']))) read.push(fixation.details);
    expect(read).toEqual([{ duration_ms: 0 }]);
  });
});
