import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { flightAccess } from '../registry/flight-access.ts';
import { isRefusal } from '../registry/refusal.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';
import { eraseDeleted } from './erase-deleted.ts';

const DAY_MS = 86_400_000;
const quiet = { info: () => undefined, error: (details: object) => expect.fail(JSON.stringify(details)) };
let places: RegistryPlaces;
let registry: Registry;
let now = 0;

beforeEach(async () => {
  now = 0;
  places = await registryPlaces.SQLite();
  registry = await openRegistry({ ...places.next(), now: () => now, onError: (error) => expect.fail(String(error)) });
});
afterEach(async () => {
  await registry.close();
  await places.stop();
});

const start = () => {
  const eraseFlight = vi.fn<(flight: { flight: string }) => Promise<void>>(async () => undefined);
  const drain = vi.fn<() => Promise<void>>(async () => undefined);
  const job = eraseDeleted({ registry, store: { eraseFlight }, loader: { drain }, every: () => () => undefined, log: quiet });
  return { job, eraseFlight, drain };
};
const flightOf = async (name: string) => {
  const flight = await registry.flights.find({ flight: name });
  if (isRefusal(flight)) throw new Error(flight.message);
  return flight;
};

test('a deleted flight takes nothing at once, and is erased when its 7 days are over, not a moment before', async () => {
  const { id, tokens } = await flightOf('default');
  const access = flightAccess({ registry, every: () => () => undefined, log: { warn: () => undefined } });
  expect(await registry.deletions.delete('flight', id, 'default')).toBeUndefined();
  expect(await access.byToken(tokens[0]?.token ?? '')).toMatchObject({ active: false });
  const { job, eraseFlight, drain } = start();
  now = 7 * DAY_MS - 1;
  await job.run();
  expect(eraseFlight).not.toHaveBeenCalled();
  now = 7 * DAY_MS;
  await job.run();
  expect(drain).toHaveBeenCalled();
  expect(eraseFlight).toHaveBeenCalledWith({ flight: id });
  expect(await registry.flights.get(id)).toBeUndefined();
  access.stop();
});

test('what was restored stays', async () => {
  const { id } = await flightOf('default');
  await registry.deletions.delete('flight', id, 'default');
  expect(await registry.deletions.restore('flight', id)).toBeUndefined();
  now = 30 * DAY_MS;
  const { job, eraseFlight } = start();
  await job.run();
  expect(eraseFlight).not.toHaveBeenCalled();
  expect((await registry.flights.get(id))?.erasedFrom).toBeUndefined();
});

test('an application goes with its flights', async () => {
  const [application] = await registry.applications.list();
  if (!application) throw new Error('expected the application Default');
  await registry.deletions.delete('application', application.id, 'Default');
  now = 8 * DAY_MS;
  const { job, eraseFlight } = start();
  await job.run();
  expect(eraseFlight).toHaveBeenCalledTimes(1);
  expect(await registry.applications.list()).toEqual([]);
});

test.each([
  ['Default ', 'badName'],
  ['', 'badName'],
])('the name %j is not the flight’s, and nothing is deleted', async (name, refusal) => {
  const { id } = await flightOf('default');
  expect(await registry.deletions.delete('flight', id, name)).toMatchObject({ refusal });
  expect((await registry.flights.get(id))?.erasedFrom).toBeUndefined();
});

test('an archived application closes its flights, and opens them again', async () => {
  const [application] = await registry.applications.list();
  const { tokens } = await flightOf('default');
  const access = flightAccess({ registry, every: () => () => undefined, log: { warn: () => undefined } });
  const gate = () => access.byToken(tokens[0]?.token ?? '');
  await registry.applications.change(application?.id ?? '', { archived: true });
  await access.refresh();
  expect(await gate()).toMatchObject({ active: false });
  await registry.applications.change(application?.id ?? '', { archived: false, name: 'Shop' });
  await access.refresh();
  expect(await gate()).toMatchObject({ active: true });
  access.stop();
});
