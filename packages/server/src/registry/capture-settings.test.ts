import { DEFAULT_CAPTURE, type CaptureSettings } from '@sightline/protocol';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { flightAccess } from './flight-access.ts';
import { flightSettings } from './flight-settings.ts';
import { isRefusal } from './refusal.ts';
import { openRegistry, type Registry } from './registry.ts';

const withEvents = (...events: string[]): CaptureSettings => ({ ...DEFAULT_CAPTURE, events });
const raise = (error: Error) => {
  throw error;
};

describe.each(Object.entries(registryPlaces))('A flight’s settings on %s', (_, openPlaces) => {
  let places: RegistryPlaces;
  let registry: Registry;
  let flight: string;
  let token: string;
  beforeAll(async () => {
    places = await openPlaces();
  }, 180_000);
  afterAll(() => places.stop());
  beforeEach(async () => {
    registry = await openRegistry({ ...places.next(), now: () => 5_000, onError: raise });
    const found = await registry.flights.find({ flight: 'default' });
    if (isRefusal(found)) throw new Error(found.message);
    flight = found.id;
    token = found.tokens[0]?.token ?? '';
  });
  afterEach(() => registry.close());
  const put = (version: number, settings: CaptureSettings) => registry.captureSettings.put(flight, { version, settings, by: 'Olga' });

  test('begin with the defaults as version 0', async () => {
    expect(await registry.captureSettings.versions(flight)).toMatchObject([{ version: 0, settings: DEFAULT_CAPTURE, createdBy: null }]);
  });

  test('go on with a version for each change, newest first', async () => {
    await put(0, withEvents('clipboard'));
    await put(1, withEvents());
    const versions = await registry.captureSettings.versions(flight);
    expect(versions).toMatchObject([
      { version: 2, settings: { events: [] }, createdBy: 'Olga', createdAt: 5_000 },
      { version: 1, settings: { events: ['clipboard'] } },
      { version: 0 },
    ]);
    expect(await registry.captureSettings.newest(flight)).toMatchObject({ version: 2 });
  });

  test('make no version of what is the same', async () => {
    expect(await put(0, { ...DEFAULT_CAPTURE })).toMatchObject({ version: 0 });
  });

  test('are not overwritten by an editor who has not seen the newest', async () => {
    await put(0, withEvents('clipboard'));
    expect(await put(0, withEvents('pageScroll'))).toMatchObject({ refusal: 'versionStale', field: 'version' });
    expect(await registry.captureSettings.newest(flight)).toMatchObject({ settings: { events: ['clipboard'] } });
  });

  test('of several editors at once, one is taken', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => put(0, withEvents(name))));
    expect(answers.filter(isRefusal)).toHaveLength(3);
    expect(await registry.captureSettings.versions(flight)).toHaveLength(2);
  });

  test('are refused for a flight that is not there', async () => {
    expect(await registry.captureSettings.put('nowhere', { version: 0, settings: DEFAULT_CAPTURE, by: null })).toMatchObject({
      refusal: 'notFound',
    });
    expect(await registry.captureSettings.versions('nowhere')).toMatchObject({ refusal: 'notFound' });
  });

  test('reach pages by the token as soon as the door looked', async () => {
    const flights = flightAccess({
      registry,
      every: () => () => undefined,
      log: { warn: (_details, message) => raise(new Error(message)) },
    });
    const settingsOf = flightSettings({ flights, registry });
    expect(await settingsOf(token)).toMatchObject({ gate: { flight }, newest: { version: 0 } });
    await put(0, withEvents('clipboard'));
    await flights.refresh();
    expect(await settingsOf(token)).toMatchObject({ newest: { version: 1, settings: { events: ['clipboard'] } } });
    expect(await settingsOf('nobody')).toBeUndefined();
    flights.stop();
  });
});
