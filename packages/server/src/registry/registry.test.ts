import type { Application, Flight } from '@sightline/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DatabasePlace } from './database.ts';
import { flightAccess } from './flight-access.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { openRegistry, type Registry } from './registry.ts';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';

const taken = <Value>(answer: Value | Refusal): Value => {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
};
const raised = (error: Error) => {
  throw error;
};

describe.each(Object.entries(registryPlaces))('A registry on %s', (_, openPlaces) => {
  let places: RegistryPlaces;
  let place: DatabasePlace;
  let registry: Registry;
  let now = 1_000;
  const opened: Registry[] = [];
  const open = async () => {
    const another = await openRegistry({ ...place, now: () => now, onError: raised });
    opened.push(another);
    return another;
  };
  const defaultFlight = async (): Promise<Flight> => taken(await registry.flights.find({ flight: 'default' }));

  beforeAll(async () => {
    places = await openPlaces();
  }, 180_000);
  afterAll(() => places.stop());
  beforeEach(async () => {
    now = 1_000;
    place = places.next();
    registry = await open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });

  test('begins with the application Default and its flight, for pages of this machine', async () => {
    const [application, ...more] = await registry.applications.list();
    expect(more).toEqual([]);
    expect(application).toMatchObject({ name: 'Default', createdAt: 1_000 });
    expect(application?.flights).toMatchObject([
      {
        name: 'default',
        active: true,
        acceptsUnsigned: false,
        allowedOrigins: ['http://localhost:*', 'https://localhost:*', 'http://127.0.0.1:*', 'https://127.0.0.1:*'],
        tokens: [{ token: expect.stringMatching(/^sl_[\w-]{32}$/), createdAt: 1_000 }],
      },
    ]);
  });

  test('has one default flight when several processes open a fresh database at once, and again later', async () => {
    place = places.next();
    await Promise.all([open(), open(), open(), open()]);
    const last = await open();
    const applications = await last.applications.list();
    expect(applications.map(({ name, flights }) => [name, flights.length])).toEqual([['Default', 1]]);
    expect(applications[0]?.flights[0]?.tokens).toHaveLength(1);
  });

  test('creates applications and flights and finds them again', async () => {
    const shop = taken<Application>(await registry.applications.create({ name: ' Shop ' }));
    const pilot = taken<Flight>(await registry.flights.create(shop.id, { name: 'pilot', allowedOrigins: ['HTTPS://Shop.Example/'] }));
    expect(pilot).toMatchObject({ applicationId: shop.id, name: 'pilot', active: true, allowedOrigins: ['https://shop.example'] });
    expect(await registry.flights.get(pilot.id)).toEqual(pilot);
    expect(await (await open()).applications.list()).toMatchObject([{ name: 'Default' }, { name: 'Shop', flights: [pilot] }]);
  });

  test('finds a flight by name or id, and asks for the application where the name is not enough', async () => {
    const shop = taken(await registry.applications.create({ name: 'Shop' }));
    const other = taken(await registry.flights.create(shop.id, { name: 'default' }));
    expect(await registry.flights.find({ flight: 'default' })).toEqual({
      refusal: 'ambiguous',
      message: '2 applications have a flight "default": "Default", "Shop". Name the application too',
    });
    expect(await registry.flights.find({ flight: 'default', application: 'Shop' })).toEqual(other);
    expect(await registry.flights.find({ flight: 'default', application: shop.id })).toEqual(other);
    expect(await registry.flights.find({ flight: other.id })).toEqual(other);
    expect(await registry.flights.find({ flight: 'none', application: 'Shop' })).toMatchObject({
      refusal: 'notFound',
      message: 'There is no flight "none" in the application "Shop"',
    });
  });

  test('refuses names that are taken or blank', async () => {
    const { applicationId, id } = await defaultFlight();
    expect(await registry.applications.create({ name: 'Default' })).toMatchObject({ refusal: 'nameTaken', field: 'name' });
    expect(await registry.applications.create({ name: '  ' })).toMatchObject({ refusal: 'badName', field: 'name' });
    expect(await registry.flights.create(applicationId, { name: 'default' })).toMatchObject({ refusal: 'nameTaken', field: 'name' });
    taken(await registry.flights.create(applicationId, { name: 'pilot' }));
    expect(await registry.flights.change(id, { name: 'pilot' })).toMatchObject({ refusal: 'nameTaken', field: 'name' });
    expect(await registry.flights.change(id, { name: ' ' })).toMatchObject({ refusal: 'badName', field: 'name' });
    expect(await defaultFlight()).toMatchObject({ name: 'default' });
  });

  test('takes over the ids of an old server, each once', async () => {
    const id = 'AAAAAAAA-1111-4111-8111-111111111111';
    expect(await registry.applications.create({ name: 'Old', id })).toMatchObject({ id: id.toLowerCase(), name: 'Old' });
    expect(await registry.applications.create({ name: 'Other', id })).toMatchObject({ refusal: 'idTaken', field: 'id' });
    const application = id.toLowerCase();
    expect(await registry.flights.create(application, { name: 'one', id })).toMatchObject({ id: application });
    expect(await registry.flights.create(application, { name: 'two', id })).toMatchObject({ refusal: 'idTaken', field: 'id' });
  });

  test('makes one of many flights that are created with the same name at the same time', async () => {
    const { applicationId } = await defaultFlight();
    const other = await open();
    const answers = await Promise.all(
      [registry, other, registry, other].map(({ flights }) => flights.create(applicationId, { name: 'same' })),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
  });

  test('refuses what belongs to nothing', async () => {
    const { id } = await defaultFlight();
    expect(await registry.flights.create('none', { name: 'x' })).toMatchObject({ refusal: 'notFound' });
    expect(await registry.flights.change('none', { active: false })).toMatchObject({ refusal: 'notFound' });
    expect(await registry.flights.addToken('none')).toMatchObject({ refusal: 'notFound' });
    expect(await registry.flights.revokeToken(id, 'none')).toMatchObject({ refusal: 'notFound' });
    expect(await registry.flights.revokeToken('none', 'none')).toMatchObject({ refusal: 'notFound' });
  });

  test('changes what is given and leaves the rest', async () => {
    const { id, ...before } = await defaultFlight();
    const origins = ['https://*.example.org', 'http://localhost:*', 'https://*.example.org'];
    expect(await registry.flights.change(id, { active: false })).toEqual({ id, ...before, active: false });
    expect(await registry.flights.change(id, { acceptsUnsigned: true, allowedOrigins: origins })).toEqual({
      id,
      ...before,
      active: false,
      acceptsUnsigned: true,
      allowedOrigins: ['https://*.example.org', 'http://localhost:*'],
    });
    expect(await registry.flights.change(id, { allowedOrigins: [] })).toMatchObject({ allowedOrigins: [] });
  });

  test('changes nothing where one origin of several is wrong', async () => {
    const before = await defaultFlight();
    const change = { active: false, allowedOrigins: ['https://example.org', 'example.org'] };
    expect(await registry.flights.change(before.id, change)).toMatchObject({
      refusal: 'badOrigin',
      field: 'allowedOrigins',
      message: expect.stringContaining('got "example.org"'),
    });
    expect(await defaultFlight()).toEqual(before);
  });

  test('adds tokens and revokes them one by one', async () => {
    const { id, tokens } = await defaultFlight();
    now = 2_000;
    const two = taken(await registry.flights.addToken(id));
    expect(two.tokens).toMatchObject([tokens[0], { createdAt: 2_000 }]);
    const one = taken(await registry.flights.revokeToken(id, tokens[0]?.id ?? ''));
    expect(one.tokens).toEqual([two.tokens[1]]);
    expect(await registry.flights.revokeToken(id, tokens[0]?.id ?? '')).toMatchObject({ refusal: 'notFound' });
  });

  describe('registers people', () => {
    const visitor = '11111111-1111-4111-8111-111111111111';
    const second = '22222222-2222-4222-8222-222222222222';

    const registration = async (email: string, at = 1_000) => {
      const { id: flight, applicationId: application } = await defaultFlight();
      return { application, flight, visitor, email, at };
    };

    test('once for each email of an application, however it is spelled', async () => {
      const first = await registration('Ada@example.org');
      await registry.people.register(first);
      await registry.people.register({ ...first, visitor: second, email: ' ada@Example.org ', at: 2_000 });
      expect(await registry.people.list(first.application)).toMatchObject([
        { label: 'ada@Example.org', createdAt: 1_000, visitors: [second, visitor] },
      ]);
    });

    test('and knows who a visitor was last', async () => {
      const { application } = await registration('');
      await registry.people.register(await registration('a@example.org', 1_000));
      await registry.people.register(await registration('b@example.org', 2_000));
      expect(await registry.people.ofVisitor(application, visitor)).toMatchObject({ label: 'b@example.org' });
      await registry.people.register(await registration('a@example.org', 3_000));
      expect(await registry.people.ofVisitor(application, visitor)).toMatchObject({ label: 'a@example.org' });
      expect(await registry.people.ofVisitor(application, second)).toBeUndefined();
      expect(await registry.people.list(application)).toHaveLength(2);
    });

    test('but not silently for an application that is not there', async () => {
      const known = await registration('a@example.org');
      await expect(registry.people.register({ ...known, application: 'none' })).rejects.toThrow(/foreign key/i);
    });

    test('from many requests at once', async () => {
      const known = await registration('ada@example.org');
      const other = await open();
      await Promise.all(Array.from({ length: 20 }, (__, index) => (index % 2 ? other : registry).people.register(known)));
      expect(await registry.people.list(known.application)).toMatchObject([{ label: 'ada@example.org', visitors: [visitor] }]);
    });
  });

  describe('lets the door ask', () => {
    let look: () => void;
    const access = (of: Registry = registry) =>
      flightAccess({
        registry: of,
        every: (_ms, run) => {
          look = run;
          return () => undefined;
        },
        log: { warn: (details) => raised(new Error(JSON.stringify(details))) },
      });

    test('whose token it is', async () => {
      const flight = await defaultFlight();
      const gate = {
        application: flight.applicationId,
        flight: flight.id,
        active: true,
        allowedOrigins: flight.allowedOrigins,
        acceptsUnsigned: false,
      };
      const door = access();
      expect(await door.byToken(flight.tokens[0]?.token ?? '')).toEqual(gate);
      expect(await door.byToken('sl_unknown')).toBeUndefined();
      expect(await door.byIds(flight.applicationId, flight.id)).toEqual(gate);
      expect(await door.byIds('none', flight.id)).toBeUndefined();
      expect(await door.unsigned()).toEqual(gate);
    });

    test('about a token that another process made a moment ago', async () => {
      const door = access();
      const { id } = await defaultFlight();
      await door.unsigned();
      const { tokens } = taken(await (await open()).flights.addToken(id));
      expect(await door.byToken(tokens.at(-1)?.token ?? '')).toMatchObject({ flight: id });
    });

    test('and tells it of what another process changed', async () => {
      const door = access();
      const { id, tokens } = await defaultFlight();
      await door.unsigned();
      const told = new Promise<void>((resolve) => door.subscribe(resolve));
      const other = await open();
      taken(await other.flights.change(id, { active: false }));
      look();
      await told;
      expect(await door.byToken(tokens[0]?.token ?? '')).toMatchObject({ active: false });
      taken(await other.flights.revokeToken(id, tokens[0]?.id ?? ''));
      await door.refresh();
      expect(await door.byToken(tokens[0]?.token ?? '')).toBeUndefined();
    });

    test('and tells it of new flights and revoked tokens too, but nothing where nothing changed or after it ended that', async () => {
      const door = access();
      const { id, applicationId, tokens } = await defaultFlight();
      await door.unsigned();
      let told = 0;
      const end = door.subscribe(() => (told += 1));
      await door.refresh();
      expect(told).toBe(0);
      taken(
        await registry.flights.create(applicationId, { name: 'pilot', allowedOrigins: ['https://pilot.example', 'http://localhost:*'] }),
      );
      await door.refresh();
      expect(told).toBe(1);
      taken(await registry.flights.revokeToken(id, tokens[0]?.id ?? ''));
      await door.refresh();
      expect(told).toBe(2);
      end();
      taken(await registry.flights.change(id, { active: false }));
      await door.refresh();
      expect(told).toBe(2);
    });

    test('which origins the flights that are on allow', async () => {
      const door = access();
      const { id, applicationId, allowedOrigins } = await defaultFlight();
      taken(
        await registry.flights.create(applicationId, { name: 'pilot', allowedOrigins: ['https://pilot.example', 'http://localhost:*'] }),
      );
      expect(await door.origins()).toEqual([...allowedOrigins, 'https://pilot.example']);
      taken(await registry.flights.change(id, { active: false }));
      await door.refresh();
      expect(await door.origins()).toEqual(['https://pilot.example', 'http://localhost:*']);
    });
  });
});
