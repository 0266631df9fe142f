import { NEW_STUDY, type StudySettings } from '@sightline/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { isRefusal } from './refusal.ts';
import { openRegistry, type Registry } from './registry.ts';
import type { StudyRecord } from './studies.ts';

const MINUTE = 60_000;
const SETTINGS: StudySettings = {
  ...NEW_STUDY,
  slug: 'search-study',
  url: 'https://study.example/start',
  completedEvent: 'done',
  conditions: [
    { name: 'a', quota: null },
    { name: 'b', quota: null },
  ],
};

describe.each(Object.entries(registryPlaces))('Participants on %s', (_, openPlaces) => {
  let places: RegistryPlaces;
  let registry: Registry;
  let flight: string;
  let now = 0;
  const study = async (): Promise<StudyRecord> => {
    const found = await registry.studies.ofFlight(flight);
    if (!found) throw new Error('expected the study that was set up, found none');
    return found;
  };
  const invite = async (count: number) => {
    await registry.participants.invite(flight, count, 'P-');
    return registry.participants.list(flight);
  };
  beforeAll(async () => {
    places = await openPlaces();
  }, 180_000);
  afterAll(() => places.stop());
  beforeEach(async () => {
    now = 1_000;
    registry = await openRegistry({
      ...places.next(),
      now: () => now,
      onError: (error) => {
        throw error;
      },
    });
    const found = await registry.flights.find({ flight: 'default' });
    if (isRefusal(found)) throw new Error(found.message);
    flight = found.id;
    await registry.studies.put(flight, SETTINGS);
  });
  afterEach(() => registry.close());

  test('who all enter at once are balanced, and nobody gets two places', async () => {
    const invited = await invite(24);
    const record = await study();
    const twice = [...invited, ...invited.slice(0, 8)];
    await Promise.all(twice.map(({ id }) => registry.participants.enter(record, id)));
    const all = await registry.participants.list(flight);
    expect(all.filter(({ condition }) => condition === 'a')).toHaveLength(12);
    expect(all.filter(({ condition }) => condition === 'b')).toHaveLength(12);
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['started']));
  });

  test('a place given up is filled again, and whoever comes back keeps their condition while nobody has it', async () => {
    await registry.studies.put(flight, { ...SETTINGS, assignment: 'quota', conditions: [{ name: 'a', quota: 1 }] });
    const record = await study();
    const [first, second] = await invite(2);
    if (!first || !second) throw new Error('expected two participants');
    expect(await registry.participants.enter(record, first.id)).toMatchObject({ condition: 'a' });
    expect(await registry.participants.enter(record, second.id)).toBeUndefined();
    now += 31 * MINUTE;
    await registry.participants.note(record, []);
    expect(await registry.participants.get(flight, first.id)).toMatchObject({ state: 'dropped' });
    expect(await registry.participants.enter(record, second.id)).toMatchObject({ condition: 'a' });
    expect(await registry.participants.enter(record, first.id)).toBeUndefined();
    await registry.participants.change(second.id, { excluded: { reason: 'a test' } });
    expect(await registry.participants.enter(record, first.id)).toMatchObject({ condition: 'a', startedAt: 1_000 });
  });

  test('what the store has seen moves them on, and decisions stand', async () => {
    const record = await study();
    const [one, other] = await invite(2);
    if (!one || !other) throw new Error('expected two participants');
    await registry.participants.change(other.id, { excluded: { reason: 'no screen' } });
    await registry.participants.note(record, [
      { code: one.code, firstAt: 5, lastAt: 900, isCompleted: true },
      { code: other.code, firstAt: 5, lastAt: 900, isCompleted: true },
      { code: 'nobody', firstAt: 5, lastAt: 900, isCompleted: false },
    ]);
    expect(await registry.participants.get(flight, one.id)).toMatchObject({ state: 'completed', startedAt: 5, completedAt: 900 });
    expect(await registry.participants.get(flight, other.id)).toMatchObject({ state: 'excluded', reason: 'no screen' });
    await registry.participants.change(other.id, { excluded: null });
    expect(await registry.participants.get(flight, other.id)).toMatchObject({ reason: null });
  });

  test('a recruiter’s person is the same however often they come, and at once; after a withdrawal too, without their id', async () => {
    const arrival = { source: 'prolific' as const, externalId: '5f', recruiter: { STUDY_ID: 's' } };
    const arrived = await Promise.all([1, 2, 3, 4].map(() => registry.participants.arrive(flight, arrival)));
    expect(new Set(arrived.map((each) => each?.id)).size).toBe(1);
    const id = arrived[0]?.id ?? '';
    await registry.participants.withdraw(id);
    expect(await registry.participants.arrive(flight, arrival)).toMatchObject({ id, state: 'withdrawn', externalId: null, recruiter: {} });
  });

  test('consent is kept with its version, time and answer', async () => {
    await registry.studies.addConsent(flight, { text: 'First', by: 'Olga' });
    await registry.studies.addConsent(flight, { text: 'Second', by: 'Olga' });
    expect((await study()).consents).toMatchObject([{ version: 2, text: 'Second' }, { version: 1 }]);
    const [one] = await invite(1);
    await registry.participants.answerConsent(one?.id ?? '', { version: 2, agrees: false });
    expect(await registry.participants.get(flight, one?.id ?? '')).toMatchObject({
      state: 'declined',
      consentVersion: 2,
      consentAt: 1_000,
    });
  });

  test('two studies cannot have one link', async () => {
    const [application] = await registry.applications.list();
    const other = await registry.flights.create(application?.id ?? '', { name: 'other' });
    if (isRefusal(other)) throw new Error(other.message);
    expect(await registry.studies.put(other.id, SETTINGS)).toMatchObject({ refusal: 'nameTaken', field: 'slug' });
  });
});
