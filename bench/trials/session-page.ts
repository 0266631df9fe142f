import { largeServer } from '../large-server.ts';
import { LONG_SESSION } from '../large-store.ts';
import type { Trial } from '../trial.ts';

/** The page of a session of a hundred thousand events, beside reading its events one by one as the original did. */
export const sessionPage: Trial = {
  name: 'session-page',
  conditions:
    'a session of 100,000 events among 5 million in 100,000 sessions; over HTTP, one request after the other, server and engine on the same machine',
  async run() {
    const server = await largeServer();
    try {
      return [
        {
          what: 'GET /api/session/{id}/metrics, measured each time',
          value: await server.times(`/api/session/${LONG_SESSION}/metrics`),
          bar: '≤ 150 ms',
        },
        {
          what: 'GET /api/v1/sessions/{id}, nothing new since',
          value: await server.times(`/api/v1/sessions/${LONG_SESSION}`),
          bar: '≤ 150 ms',
        },
        { what: 'a page of 1,000 of its events', value: await server.times(`/api/v1/sessions/${LONG_SESSION}/events?limit=1000`) },
        { what: 'the same 10,000', value: await server.times(`/api/v1/sessions/${LONG_SESSION}/events?limit=10000`) },
      ];
    } finally {
      await server.stop();
    }
  },
};
