import { NEW_STUDY, type StudySettings } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { registryPlaces, type RegistryPlaces } from '../../test/registry-places.ts';
import { isRefusal } from '../registry/refusal.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';
import { studyEntry } from './study-entry.ts';

const SETTINGS: StudySettings = {
  ...NEW_STUDY,
  slug: 'kiln',
  url: 'https://study.example/start',
  conditions: [
    { name: 'a', quota: 1 },
    { name: 'b', quota: 1 },
  ],
  blockSize: 2,
  completionCode: 'C0FFEE',
};
const MTURK = 'workerId=A1&assignmentId=B%221&hitId=H1&turkSubmitTo=';

let places: RegistryPlaces;
let registry: Registry;
let flight: string;
let app: FastifyInstance;
let now = 0;

beforeAll(async () => {
  places = await registryPlaces.SQLite();
});
afterAll(() => places.stop());
beforeEach(async () => {
  registry = await openRegistry({ ...places.next(), onError: (error) => expect.fail(String(error)) });
  const found = await registry.flights.find({ flight: 'default' });
  if (isRefusal(found)) throw new Error(found.message);
  flight = found.id;
  await registry.studies.put(flight, SETTINGS);
  now = 1_000;
  app = fastify();
  await app.register(
    studyEntry({
      studies: registry.studies,
      participants: registry.participants,
      settingsOf: async () => undefined,
      progress: { refresh: async () => [] },
      isOpen: async () => true,
      now: () => now,
    }),
  );
  return async () => {
    await app.close();
    await registry.close();
  };
});

const open = (path: string, remoteAddress = '192.0.2.1') => app.inject({ url: `/study/${path}`, remoteAddress });
const onlyOne = async () => {
  const [one] = await registry.participants.list(flight);
  if (!one) throw new Error('expected a participant, found none');
  return one;
};

test('200 may come from one address at once, then ten in a second; other addresses do not wait for them', async () => {
  for (let times = 0; times < 200; times += 1) expect((await open('nowhere')).statusCode).toBe(404);
  const late = await open('nowhere');
  expect(late.statusCode).toBe(429);
  expect(late.headers).toMatchObject({ 'retry-after': '2', refresh: '2' });
  expect(late.body).toContain('Many people come at this moment');
  const form = await app.inject({ method: 'POST', url: '/study/kiln/consent', remoteAddress: '192.0.2.1' });
  expect([form.statusCode, form.headers.refresh]).toEqual([429, undefined]);
  expect((await open('nowhere', '192.0.2.2')).statusCode).toBe(404);
  now += 99;
  expect((await open('nowhere')).statusCode).toBe(429);
  now += 1;
  expect((await open('nowhere')).statusCode).toBe(404);
});

test('a worker of MTurk hands the task in to the host that their link named, with the ids of the newest assignment', async () => {
  await open(`kiln?${MTURK}https://workersandbox.mturk.com`);
  const again = await open(`kiln?${MTURK.replace('B%221', 'B2')}https://workersandbox.mturk.com`);
  expect(again.statusCode).toBe(303);
  const { code, condition } = await onlyOne();
  expect(again.headers.location).toBe(`https://study.example/start?participant=${code}&condition=${condition}`);
  const done = await open(`kiln/complete?participant=${code}`);
  expect(done.body).toContain('<form method="post" action="https://workersandbox.mturk.com/mturk/externalSubmit">');
  expect(done.body).toContain('<input type="hidden" name="assignmentId" value="B2">');
  expect(done.body).toContain('C0FFEE');
  expect(done.headers['content-security-policy']).toContain('frame-ancestors https://*.mturk.com');
});

test.each([
  ['https://mturk.com.example.org'],
  ['https://examplemturk.com'],
  ['http://www.mturk.com'],
  ['javascript:alert(1)//.mturk.com'],
  ['nowhere'],
])('nothing is handed in to %s', async (host) => {
  await open(`kiln?${MTURK}${encodeURIComponent(host)}`);
  const done = await open(`kiln/complete?participant=${(await onlyOne()).code}`);
  expect(done.body).toContain('C0FFEE');
  expect(done.body).not.toContain('<form');
});

test('whoever is done goes back to the recruiter at once where there is an address for that', async () => {
  const completionUrl = 'https://app.prolific.com/submissions/complete?cc=C0FFEE';
  await registry.studies.put(flight, { ...SETTINGS, completionUrl });
  await open('kiln?PROLIFIC_PID=5f1&STUDY_ID=s&SESSION_ID=t');
  const done = await open(`kiln/complete?participant=${(await onlyOne()).code}`);
  expect([done.statusCode, done.headers.location]).toEqual([303, completionUrl]);
  const again = await open('kiln?PROLIFIC_PID=5f1&STUDY_ID=s&SESSION_ID=t');
  expect(again.body).toContain(`href="${completionUrl}"`);
});

test('quotas fill, further people are told so, and a place that is given up is filled again in its condition', async () => {
  await open('kiln?PROLIFIC_PID=1');
  await open('kiln?PROLIFIC_PID=2');
  const full = await open('kiln?PROLIFIC_PID=3');
  expect(full.body).toContain('This study is full');
  const gone = (await registry.participants.list(flight)).find(({ condition }) => condition === 'b');
  await registry.participants.change(gone?.id ?? '', { excluded: { reason: 'slept' } });
  const place = await open('kiln?PROLIFIC_PID=3');
  expect(place.headers.location).toContain('condition=b');
});
