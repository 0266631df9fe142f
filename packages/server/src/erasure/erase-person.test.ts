import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEW_STUDY, type FlightId, type SessionId, type StudySettings, type VisitorId } from '@sightline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { eraseExports, zipOf } from '../exports/jobs/erase-exports.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';
import { createStore, type Store } from '../store/index.ts';
import { erasePerson } from './erase-person.ts';
import { keptAsideIn } from './kept-aside-in.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const TEXT = 'ada@example.org';
const SEARCH_STUDY: StudySettings = { ...NEW_STUDY, slug: 'search-study', url: 'https://study.example/start', completedEvent: 'done' };
const chunk = { sequence: 0, at: BEGIN, until: BEGIN, offsetMs: 0, count: 1, snapshot: true, encoding: 'none', events: `["${TEXT}"]` };

let scratch: ReturnType<typeof scratchDirectory>;
let engine: Engine;
let store: Store;
let registry: Registry;
let application: string;
let flights: FlightId[];
let drained: (() => Promise<void>)[];
const exports = () => join(scratch.path, 'exports');
const quarantine = () => join(scratch.path, 'quarantine');

beforeEach(async () => {
  scratch = scratchDirectory();
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 60_000, log: { info: () => undefined } });
  registry = await openRegistry({
    data: scratch.path,
    now: () => BEGIN + 60_000,
    onError: (error) => {
      throw error;
    },
  });
  const [first] = await registry.applications.list();
  application = first?.id ?? '';
  await registry.flights.create(application, { name: 'second' });
  flights = ((await registry.applications.list())[0]?.flights ?? []).map(({ id }) => id as FlightId);
  drained = [];
  for (const folder of [exports(), quarantine()]) mkdirSync(folder);
});
afterEach(async () => {
  await registry.close();
  await engine.stop();
  scratch.remove();
});

const load = (...batches: Batch[]) => store.load(segmentOf(scratch.path, batches));
const visit = (visitor: VisitorId, changes: Partial<Batch> = {}) =>
  batch({
    flight: flights[0] as FlightId,
    visitor,
    session: randomUUID() as SessionId,
    events: [eventRow(0, { details: { typed: TEXT } })],
    refused: [{ sequence: 1, reason: 'r', body: TEXT }],
    recordings: [chunk as unknown as Batch['recordings'][number]],
    ...changes,
  });
const register = (visitor: VisitorId, email: string, saidAt?: number) =>
  registry.people.register({
    application,
    flight: flights[0] as FlightId,
    visitor,
    email,
    at: BEGIN,
    ...(saidAt !== undefined && { saidAt }),
  });
const person = async (label: string) => (await registry.people.list(application)).find((each) => each.label === label);
const erase = async (label: string) => {
  const found = await person(label);
  if (!found) throw new Error(`there is no ${label}`);
  const deps = {
    registry,
    store,
    notes: registry.notes,
    exports: {
      erase: (erased: Parameters<typeof eraseExports>[1]) => eraseExports({ jobs: registry.exportJobs, folder: exports() }, erased),
    },
    drain: async () => void (await drained.shift()?.()),
    keptAside: keptAsideIn(scratch.path),
  };
  return erasePerson(deps, { applicationId: application, personId: found.id, visitors: found.visitors });
};
const finishedExport = async (flight: string, finishedAt: number, session: string | null = null) => {
  const { id } = await registry.exportJobs.add({
    flight,
    format: 'csv',
    tables: [],
    filter: { flight },
    session,
    createdBy: 'Olga',
    fileName: 'x.zip',
  });
  await registry.exportJobs.change(id, { state: 'finished', finishedAt, expiresAt: finishedAt + 9e9 });
  writeFileSync(join(exports(), zipOf(id)), TEXT);
  return id;
};
test('nothing is left of a person in store and registry, in no flight and under no device; others are untouched', async () => {
  const [laptop, phone, bob] = [randomUUID(), randomUUID(), randomUUID()] as [VisitorId, VisitorId, VisitorId];
  const own = [visit(laptop), visit(phone, { flight: flights[1] as FlightId }), visit(laptop)];
  const bobs = visit(bob);
  // The last one waits in the spool.
  await load(...own.slice(0, 2), bobs);
  drained = [() => load(own[2] as Batch)];
  await register(laptop, TEXT);
  await register(phone, 'Ada on her phone');
  await register(bob, 'bob');
  const [ada, onPhone] = [await person(TEXT), await person('Ada on her phone')];
  await registry.mergePeople.merge({
    applicationId: application,
    personId: ada?.id ?? '',
    other: { personId: onPhone?.id ?? '' },
    by: 'Olga',
  });
  for (const of of [...own, bobs])
    await registry.notes.add({ session: of.session, flight: of.flight, author: 'Olga' }, { at: BEGIN, text: `about ${TEXT}` });
  for (const of of own) {
    writeFileSync(join(quarantine(), `${of.session}.frame`), `["0",1,{"session":"${of.session.toUpperCase()}"}]\n`);
    writeFileSync(join(quarantine(), `${of.session}.json`), TEXT);
  }
  writeFileSync(join(quarantine(), 'bob.frame'), `["0",1,{"session":"${bobs.session}"}]\n`);
  mkdirSync(join(scratch.path, 'spool', 'cut'), { recursive: true });
  const torn = join(scratch.path, 'spool', 'cut', '1.spool.0-9');
  writeFileSync(torn, Buffer.concat([Buffer.from(`["0",1,{"session":"${own[0]?.session}"}]\n["0`), Buffer.from([0xff, 0x80])]));
  const held = await finishedExport(flights[0] as string, BEGIN + 2_000);
  const bobsExport = await finishedExport(flights[0] as string, BEGIN + 2_000, bobs.session);
  const before = await finishedExport(flights[0] as string, BEGIN + 999);

  expect(await erase(TEXT)).toEqual({ visitors: 2, sessions: 3, participants: [], exports: [held] });

  for (const flight of flights) expect(await store.sessionsLeft({ flight, sessions: own.map(({ session }) => session) })).toEqual([]);
  expect(await store.sessionsLeft({ flight: flights[0] as string, sessions: [bobs.session] })).toEqual([bobs.session]);
  expect((await registry.people.list(application)).map(({ label }) => label)).toEqual(['bob']);
  expect((await registry.notes.ofFlight(flights[0] as string)).map(({ session }) => session)).toEqual([bobs.session]);
  expect(await registry.database.kysely.selectFrom('personMerge').selectAll().execute()).toEqual([]);
  expect((await registry.database.kysely.selectFrom('personVisitor').select('visitor').execute()).map(({ visitor }) => visitor)).toEqual([
    bob,
  ]);
  expect(readdirSync(quarantine())).toEqual(['bob.frame']);
  expect(readFileSync(torn)).toEqual(Buffer.concat([Buffer.from('["0'), Buffer.from([0xff, 0x80])]));
  expect(readdirSync(exports()).toSorted()).toEqual([zipOf(bobsExport), zipOf(before)].toSorted());
});

test('what a browser that was offline still sends brings nobody back; who comes anew is there anew', async () => {
  const laptop = randomUUID() as VisitorId;
  const of = visit(laptop);
  await load(of);
  await register(laptop, TEXT);
  await erase(TEXT);
  await load({ ...of, fresh: false, events: [eventRow(7)] });
  expect(await store.sessionsLeft({ flight: of.flight, sessions: [of.session] })).toEqual([]);
  await register(laptop, TEXT, BEGIN + 60_000);
  expect(await person(TEXT)).toBeUndefined();
  await register(laptop, TEXT, BEGIN + 60_001);
  const anew = visit(laptop);
  await load(anew);
  expect(await person(TEXT)).toMatchObject({ visitors: [laptop] });
  expect(await store.sessionsLeft({ flight: of.flight, sessions: [anew.session] })).toEqual([anew.session]);
});

test('on a device that two people use, a session that said it is the other one’s stays theirs', async () => {
  const tablet = randomUUID() as VisitorId;
  const said = (name: string) =>
    visit(tablet, { events: [eventRow(0, { type: 'statusEvent', name: 'identified', details: { person: name } })] });
  const [adas, bobs, nobodys] = [said('ADA@example.org '), said('bob'), visit(tablet)];
  await load(adas, bobs, nobodys);
  await register(tablet, TEXT);
  await register(tablet, 'bob');
  expect(await erase(TEXT)).toMatchObject({ sessions: 2 });
  const sessions = [adas, bobs, nobodys].map(({ session }) => session);
  expect(await store.sessionsLeft({ flight: flights[0] as string, sessions })).toEqual([bobs.session]);
  expect(await person('bob')).toMatchObject({ visitors: [tablet] });
});

test('a study forgets who took part under their name, with the sessions that carry the code', async () => {
  const flight = flights[0] as FlightId;
  await registry.studies.put(flight, SEARCH_STUDY);
  const arrival = { source: 'prolific', externalId: TEXT, recruiter: { STUDY_ID: 'x' } } as const;
  const ada = await registry.participants.arrive(flight, arrival);
  const other = await registry.participants.arrive(flight, { ...arrival, externalId: 'somebody else' });
  const laptop = randomUUID() as VisitorId;
  const coded = (code: string | undefined, visitor: VisitorId) =>
    visit(visitor, { events: [eventRow(0, { applicationSpecificData: { participant: code ?? '' } })] });
  const [one, elsewhere, others] = [
    coded(ada?.code, laptop),
    coded(ada?.code, randomUUID() as VisitorId),
    coded(other?.code, randomUUID() as VisitorId),
  ];
  await load(one, elsewhere, others);
  await register(laptop, TEXT);
  expect(await erase(TEXT)).toMatchObject({ sessions: 2, participants: [ada?.code] });
  expect(await registry.participants.get(flight, ada?.id ?? '')).toMatchObject({ state: 'withdrawn', externalId: null, recruiter: {} });
  expect(await registry.participants.get(flight, other?.id ?? '')).toMatchObject({ externalId: 'somebody else' });
  expect(await store.sessionsLeft({ flight, sessions: [one, elsewhere, others].map(({ session }) => session) })).toEqual([others.session]);
});
