import { inProcess } from '../in-process.ts';
import type { LoadResult } from '../load/arrivals.ts';
import type { HttpLoadOrder } from '../load/http-load.ts';
import { BATCH_EVENTS } from '../load/payload.ts';
import type { WebsocketLoadOrder } from '../load/websocket-load.ts';
import { systemUnderTest } from '../system-under-test.ts';
import { noFailures, perSecond, times, type Trial } from '../trial.ts';

/** Half of the bars: 10 k single events, 50 k events in batches. */
const TRACK = { connections: 50, warmUpMs: 2_000, ms: 5_000, rate: 10_000, path: '/api/track' };
const BATCHES = { connections: 50, warmUpMs: 2_000, ms: 5_000, rate: 50_000 / BATCH_EVENTS };
/** Code that was never run takes several times as long: at a set rate its queue would be measured, not the server. */
const FIRST = { connections: 50, warmUpMs: 0, ms: 2_000 };

/** How long an acknowledgement takes at half load. */
export const acknowledgement: Trial = {
  name: 'acknowledgement',
  conditions: 'half of the bars’ rates; a time counts from when the message was due, to the millisecond; the store loading meanwhile',
  async run() {
    const system = await systemUnderTest();
    try {
      const { port, token } = system;
      const tracked = (order: Omit<HttpLoadOrder, 'port'>) => inProcess<HttpLoadOrder, LoadResult>('http-load', { ...order, port });
      const batched = (order: Omit<WebsocketLoadOrder, 'port' | 'token'>) =>
        inProcess<WebsocketLoadOrder, LoadResult>('websocket-load', { ...order, port, token });
      await tracked({ ...FIRST, path: TRACK.path });
      await batched(FIRST);
      await system.stored();
      const single = noFailures(await tracked(TRACK));
      await system.stored();
      const batches = noFailures(await batched(BATCHES));
      return [
        { what: `POST /api/track at ${perSecond(single.perSecond, 'events')}`, value: times(single), bar: 'p99 ≤ 15 ms' },
        { what: `WebSocket at ${perSecond(batches.perSecond * BATCH_EVENTS, 'events')}`, value: times(batches), bar: 'p99 ≤ 15 ms' },
      ];
    } finally {
      await system.stop();
    }
  },
};
