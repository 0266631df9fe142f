import { expect, test, vi } from 'vitest';
import { createClient, Refused, Unreachable } from './index.ts';

function apiAnswering(answer: () => Promise<Response>) {
  const reached = vi.fn<(answered: boolean) => void>();
  const fetch = vi.fn<typeof globalThis.fetch>(answer);
  return { api: createClient({ fetch, reached }), fetch, reached };
}

test('a question is put as a URL without what is absent', async () => {
  const { api, fetch } = apiAnswering(() => Promise.resolve(Response.json({ sessions: [], total: 0 })));
  await api.sessions({ flight: 'a b', minEvents: 3, search: undefined } as never);
  expect(fetch.mock.calls[0]?.[0]).toBe('/api/v1/sessions?flight=a+b&minEvents=3');
});

test('a change goes as JSON, even where it says nothing, because the server asks for that', async () => {
  const { api, fetch } = apiAnswering(() => Promise.resolve(new Response(null, { status: 204 })));
  await api.signOut();
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
});

test('a refusal carries what the server said', async () => {
  const refusal = { error: 'badRequest', message: 'email: expected an address', field: 'email', retry: false };
  const { api, reached } = apiAnswering(() => Promise.resolve(Response.json(refusal, { status: 400 })));
  const failure = await api.me().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Refused);
  expect(failure).toMatchObject({ status: 400, message: refusal.message, refusal });
  expect(reached).toHaveBeenLastCalledWith(true);
});

test.each([
  ['no answer', () => Promise.reject(new TypeError('fetch failed'))],
  ['a proxy’s page', () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }))],
])('%s means that the server is not reachable', async (_, answer) => {
  const { api, reached } = apiAnswering(answer);
  await expect(api.me()).rejects.toBeInstanceOf(Unreachable);
  expect(reached).toHaveBeenLastCalledWith(false);
});

test('the server’s own 503 is an answer', async () => {
  const { api, reached } = apiAnswering(() =>
    Promise.resolve(Response.json({ error: 'storeAsleep', message: 'Waking', retry: true }, { status: 503 })),
  );
  await expect(api.me()).rejects.toBeInstanceOf(Refused);
  expect(reached).toHaveBeenLastCalledWith(true);
});

test('what is not JSON is not taken for an answer', async () => {
  const { api } = apiAnswering(() => Promise.resolve(new Response('<html>')));
  await expect(api.me()).rejects.toThrow('expected JSON, got "<html>"');
});
