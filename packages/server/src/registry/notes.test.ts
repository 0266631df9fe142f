import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { isRefusal } from './refusal.ts';
import { openRegistry, type Registry } from './registry.ts';

describe.each(Object.entries(registryPlaces))('Notes on %s', (_, openPlaces) => {
  let places: RegistryPlaces;
  let registry: Registry;
  let flight: string;
  let now = 1_000;

  beforeAll(async () => {
    places = await openPlaces();
    registry = await openRegistry({
      ...places.next(),
      now: () => now,
      onError: (error) => {
        throw error;
      },
    });
    const found = await registry.flights.find({ flight: 'default' });
    flight = isRefusal(found) ? '' : found.id;
  }, 180_000);
  afterAll(async () => {
    await registry.close();
    await places.stop();
  });
  const place = () => ({ session: randomUUID(), flight, author: 'Olga' });

  test('are kept as written, tidied, and listed in the order of their moments', async () => {
    const at = place();
    const late = await registry.notes.add(at, { at: 900, text: ' late ', tags: ['trust', ' trust ', 'price'] });
    const early = await registry.notes.add(at, { at: 100, tab: 'a', text: 'early' });
    expect(late).toEqual({
      id: expect.any(String),
      ...at,
      tab: null,
      at: 900,
      text: 'late',
      tags: ['trust', 'price'],
      createdAt: 1_000,
      editedAt: null,
    });
    expect(await registry.notes.ofSession(at.session)).toEqual([early, late]);
    expect(await registry.notes.ofFlight(flight)).toEqual(expect.arrayContaining([early, late]));
  });

  test('are changed only within their session', async () => {
    const at = place();
    const note = await registry.notes.add(at, { at: 1, text: 'one', tags: ['a'] });
    now = 2_000;
    expect(await registry.notes.change(at.session, note.id, { text: 'two' })).toEqual({ ...note, text: 'two', editedAt: 2_000 });
    expect(await registry.notes.change(randomUUID(), note.id, { text: 'three' })).toMatchObject({ refusal: 'notFound' });
  });

  test.each([
    ['after a day it still can', 24 * 60 * 60 * 1_000, false],
    ['later it cannot', 24 * 60 * 60 * 1_000 + 1, true],
  ])('a removed note can be taken back: %s', async (__, afterMs, isGone) => {
    const at = place();
    now = 5_000;
    const note = await registry.notes.add(at, { at: 1, text: 'one' });
    const other = await registry.notes.add(at, { at: 2, text: 'two' });
    await registry.notes.remove(at.session, note.id);
    expect(await registry.notes.ofSession(at.session)).toEqual([other]);
    expect(await registry.notes.remove(at.session, note.id)).toMatchObject({ refusal: 'notFound' });
    now += afterMs;
    await registry.notes.remove(at.session, other.id);
    expect(isRefusal(await registry.notes.restore(at.session, note.id))).toBe(isGone);
    expect(await registry.notes.ofSession(at.session)).toEqual(isGone ? [] : [note]);
  });

  test('go with their session', async () => {
    const [gone, kept] = [place(), place()];
    await registry.notes.add(gone, { at: 1, text: 'one' });
    const other = await registry.notes.add(kept, { at: 1, text: 'two' });
    await registry.notes.erase([gone.session]);
    expect(await registry.notes.ofSession(gone.session)).toEqual([]);
    expect(await registry.notes.ofSession(kept.session)).toEqual([other]);
  });
});
