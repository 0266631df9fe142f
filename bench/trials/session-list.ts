import { largeServer } from '../large-server.ts';
import type { Trial } from '../trial.ts';

const ASKED: [what: string, query: string, bar: string][] = [
  ['the newest 50', '', '≤ 200 ms'],
  ['by last event', '&sort=lastAt', '≤ 200 ms'],
  ['by duration', '&sort=durationMs', '≤ 200 ms'],
  ['by events', '&sort=events', '≤ 200 ms'],
  ['by clicks', '&sort=clicks', '≤ 200 ms'],
  ['with at least 100 events', '&minEvents=100', '≤ 200 ms'],
  ['live', '&live=true', '≤ 200 ms'],
  ['a participant searched', '&search=P1234', '≤ 200 ms'],
  ['half of all found', '&search=control', '≤ 200 ms'],
  ['with clicks', '&did=click', '≤ 200 ms'],
  ['without a view of a page', '&didNot=pageView', '≤ 200 ms'],
  ['by active time', '&sort=activeMs', '≤ 200 ms'],
  ['500 from the middle', '&offset=50000&limit=500', '≤ 200 ms'],
];

/** The session list and the health of a flight with a hundred thousand sessions. */
export const sessionList: Trial = {
  name: 'session-list',
  conditions:
    'one flight of 5 million events in 100,000 sessions; over HTTP, one request after the other, server and engine on the same machine',
  async run() {
    const server = await largeServer();
    try {
      const lines = [];
      for (const [what, query, bar] of ASKED)
        lines.push({ what, value: await server.times(`/api/v1/sessions?flight=${server.flight}${query}`), bar });
      const health = await server.times(`/api/v1/flights/${server.flight}/health`);
      return [...lines, { what: 'health of the flight', value: health, bar: '≤ 300 ms' }];
    } finally {
      await server.stop();
    }
  },
};
