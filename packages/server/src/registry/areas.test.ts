import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { isRefusal } from './refusal.ts';
import { openRegistry, type Registry } from './registry.ts';

const shape = (path: string) => ({
  selector: path,
  drawnOn: '',
  parts: [{ path, left: 0, top: 0, right: 1, bottom: 1 }],
  top: 0,
  bottom: 0.5,
});

describe.each(Object.entries(registryPlaces))('Areas on %s', (_, openPlaces) => {
  let places: RegistryPlaces;
  let registry: Registry;
  let flight: string;

  beforeAll(async () => {
    places = await openPlaces();
    registry = await openRegistry({
      ...places.next(),
      now: () => 1_000,
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

  test('a change makes a version more, and the one before can still be asked for', async () => {
    const area = await registry.areas.add(flight, { path: '/a', name: ' Buy ', shape: shape('#buy') }, 'Olga');
    expect(area).toMatchObject({ flight, path: '/a', name: 'Buy', version: 1, retiredAt: null });
    const next = await registry.areas.change(area.id, { shape: shape('#purchase') }, 'Ann');
    expect(next).toMatchObject({
      name: 'Buy',
      version: 2,
      shape: shape('#purchase'),
      versions: [
        { version: 1, createdBy: 'Olga' },
        { version: 2, createdBy: 'Ann' },
      ],
    });
    expect(await registry.areas.get(area.id, 1)).toMatchObject({ version: 1, shape: shape('#buy') });
    expect(await registry.areas.get(area.id, 3)).toMatchObject({ refusal: 'notFound', field: 'version' });
  });

  test('a retired area is no longer listed but stays for old results', async () => {
    const area = await registry.areas.add(flight, { path: '/b', name: 'Old', shape: shape('#old') }, 'Olga');
    await registry.areas.retire(area.id);
    expect((await registry.areas.ofFlight(flight)).map(({ name }) => name)).not.toContain('Old');
    expect(await registry.areas.get(area.id)).toMatchObject({ name: 'Old', retiredAt: 1_000 });
    expect(await registry.areas.restore(area.id)).toMatchObject({ name: 'Old', retiredAt: null });
    expect((await registry.areas.ofFlight(flight)).map(({ id }) => id)).toContain(area.id);
    expect(await registry.areas.restore('nobody')).toMatchObject({ refusal: 'notFound' });
    expect(await registry.areas.retire('nobody')).toMatchObject({ refusal: 'notFound' });
  });
});
