import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testRemoteEngine } from '../packages/server/test/engines.ts';
import { temporaryPostgres, type TemporaryPostgres } from '../packages/server/test/temporary-postgres.ts';
import { freePort, sightline, startServer, type RunningServer } from './server.ts';

let store: Awaited<ReturnType<typeof testRemoteEngine>>;
let postgres: TemporaryPostgres;
let env: Record<string, string>;
let server: RunningServer;
const dataDir = mkdtempSync(join(tmpdir(), 'sightline-by-url-'));

beforeAll(async () => {
  [store, postgres] = await Promise.all([testRemoteEngine(), temporaryPostgres()]);
  env = { SIGHTLINE_CLICKHOUSE_URL: store.url, SIGHTLINE_POSTGRES_URL: postgres.newDatabase() };
  server = await startServer({ dataDir, port: await freePort(), env });
});

afterAll(async () => {
  await server?.stop();
  await store?.stop();
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('with a store and a registry by URL, events come in, are measured and exported the same', async () => {
  for (const timestamp of ['2026-11-21T22:00:00.000Z', '2026-11-21T22:00:00.299Z']) await track('participant 7', timestamp);
  await expect.poll(() => metrics('participant 7')).toMatchObject({ total_clicks: 2, rage_clicks: 1, duration_sec: 0.3 });
  const lines = (await sightline(dataDir, ['export', '--flight', 'default'], env)).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).details.path)).toEqual(['#buy', '#buy']);
});

test('an erased session is gone from metrics and exports, and a second erasure says so', async () => {
  const [line] = (await sightline(dataDir, ['export', '--flight', 'default'], env)).split('\n');
  const { session } = JSON.parse(line ?? '') as { session: string };
  expect(await sightline(dataDir, ['erase', '--session', session], env)).toBe(`Erased session ${session}.\n`);
  expect(await sightline(dataDir, ['export', '--flight', 'default'], env)).toBe('');
  expect(await metrics('participant 7')).toEqual({ detail: 'Session not found' });
  await expect(sightline(dataDir, ['erase', '--session', session], env)).rejects.toThrow('there is no session');
});

test('a token made by the command line lets a page in at once', async () => {
  const token = (await sightline(dataDir, ['token', '--flight', 'default', '--new'], env)).trim();
  const session = '7d9c0a2e-1a53-4a43-9a0f-5a7f1a2b3c4d';
  const handshake = {
    messageType: 'logui-handshake-request',
    sessionUUID: session,
    clientTimestamp: Date.now(),
    clientVersion: '0.4.0',
    applicationIdentifier: token,
    applicationSpecificData: {},
  };
  const events = [{ timestamp: Date.now(), eventName: 'click' }];
  const body = JSON.stringify({ messageType: 'sightline-collect', handshake, messages: [{ messageType: 'logui-event-payload', events }] });
  const response = await fetch(`${server.url}/v1/collect`, { method: 'POST', headers: { origin: 'http://localhost:3000' }, body });
  expect(await response.json()).toMatchObject({ messages: [{ sessionIdentifier: session }, { messageType: 'logui-events-saved' }] });
});

const track = async (session: string, timestamp: string) => {
  const event = { session_id: session, timestamp, type: 'click', url: 'https://example.org/', details: { path: '#buy' } };
  const response = await fetch(`${server.url}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
  expect(await response.json()).toEqual({ status: 'ok' });
};

const metrics = async (session: string) => (await fetch(`${server.url}/api/session/${encodeURIComponent(session)}/metrics`)).json();
