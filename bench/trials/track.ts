import { bareHttp, inProcess } from '../in-process.ts';
import type { LoadResult } from '../load/arrivals.ts';
import type { HttpLoadOrder } from '../load/http-load.ts';
import { systemUnderTest } from '../system-under-test.ts';
import { noFailures, perSecond, times, type Trial } from '../trial.ts';

const PACE = { connections: 50, warmUpMs: 2_000, ms: 5_000, path: '/api/track' };

/** Single events over HTTP beside the bare server of Node. */
export const track: Trial = {
  name: 'track',
  conditions:
    'POST /api/track, one event a request, 50 connections, acknowledged after fdatasync; generator in its own process on the same machine',
  async run() {
    const bare = await bareHttp();
    const without = noFailures(await inProcess<HttpLoadOrder, LoadResult>('http-load', { ...PACE, port: bare.port }));
    bare.stop();
    const system = await systemUnderTest();
    try {
      const withAll = noFailures(await inProcess<HttpLoadOrder, LoadResult>('http-load', { ...PACE, port: system.port }));
      const lagMs = await system.stored();
      const share = Math.round((100 * withAll.perSecond) / without.perSecond);
      return [
        { what: 'bare node:http, same body', value: `${perSecond(without.perSecond, 'requests')}, ${times(without)}` },
        { what: 'Sightline', value: `${perSecond(withAll.perSecond, 'events')}, ${times(withAll)}`, bar: '≥ 20 k events/s' },
        { what: 'share of bare node:http', value: `${share} %`, bar: '≥ 40 %' },
        { what: 'store had everything', value: `${lagMs} ms after the last acknowledgement` },
      ];
    } finally {
      await system.stop();
    }
  },
};
