import { bestOf } from '../best-of.ts';
import { bareHttp } from '../in-process.ts';
import type { HttpLoadOrder } from '../load/http-load.ts';
import { cpuPerEvent } from '../main-thread.ts';
import { measured } from '../measured.ts';
import { systemUnderTest, type SystemUnderTest } from '../system-under-test.ts';
import { perSecond, times, type Trial } from '../trial.ts';

const PACE = { connections: 50, warmUpMs: 1_500, ms: 3_500, path: '/api/track' };
const ROUNDS = 3;

/** Single events over HTTP beside the bare server of Node. */
export const track: Trial = {
  name: 'track',
  conditions: `POST /api/track, one event a request, 50 connections, acknowledged when durable; generator in its own process on the same machine; the best of ${ROUNDS} rounds, each of which runs both servers`,
  async run() {
    const system = await systemUnderTest();
    try {
      const { bare, own } = await bestOf(
        ROUNDS,
        () => round(system),
        (result) => result.own.perSecond,
      );
      const lagMs = await system.stored();
      const share = Math.round((100 * own.perSecond) / bare.perSecond);
      return [
        { what: 'bare node:http, same body', value: `${perSecond(bare.perSecond, 'requests')}, ${times(bare)}` },
        { what: 'Sightline', value: `${perSecond(own.perSecond, 'events')}, ${times(own)}`, bar: '≥ 20 k events/s' },
        { what: 'share of bare node:http', value: `${share} %`, bar: '≥ 40 %' },
        {
          what: 'CPU of the main thread: bare / Sightline, per request',
          value: `${cpuPerEvent(bare.cpuMs, bare.answeredInAll)} / ${cpuPerEvent(own.cpuMs, own.answeredInAll)}`,
        },
        { what: 'store had everything', value: `${lagMs} ms after the last acknowledgement` },
      ];
    } finally {
      await system.stop();
    }
  },
};

async function round(system: SystemUnderTest) {
  const server = await bareHttp();
  const bare = await measured<HttpLoadOrder>('http-load', { ...PACE, port: server.port }, server.pid);
  server.stop();
  return { bare, own: await measured<HttpLoadOrder>('http-load', { ...PACE, port: system.port }, system.pid) };
}
