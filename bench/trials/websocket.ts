import { inProcess } from '../in-process.ts';
import type { LoadResult } from '../load/arrivals.ts';
import { BATCH_EVENTS } from '../load/payload.ts';
import type { WebsocketLoadOrder } from '../load/websocket-load.ts';
import { systemUnderTest } from '../system-under-test.ts';
import { noFailures, perSecond, times, type Trial } from '../trial.ts';
import { spoolLoad } from './spool-alone.ts';

const PACE = { connections: 50, warmUpMs: 2_000, ms: 10_000 };

/** Batches over WebSocket, while the store keeps up, beside the spool alone. */
export const websocket: Trial = {
  name: 'websocket',
  conditions:
    'native payloads of 20 events (480 B each), 50 sockets with one payload under way each, acknowledged after fdatasync, the store loading meanwhile',
  async run() {
    const alone = await spoolLoad(20);
    const system = await systemUnderTest();
    try {
      const result = noFailures(
        await inProcess<WebsocketLoadOrder, LoadResult>('websocket-load', { ...PACE, port: system.port, token: system.token }),
      );
      const lagMs = await system.stored();
      const events = result.answered * BATCH_EVENTS;
      return [
        { what: 'spool alone', value: perSecond(alone.perSecond * BATCH_EVENTS, 'events') },
        {
          what: 'acknowledged',
          value: `${perSecond(result.perSecond * BATCH_EVENTS, 'events')}, ${times(result)}`,
          bar: '≥ 100 k events/s',
        },
        {
          what: 'stored, the time to catch up included',
          value: perSecond((events * 1_000) / (PACE.ms + lagMs), 'events'),
          bar: '≥ 100 k events/s',
        },
        { what: 'store had everything', value: `${lagMs} ms after the last acknowledgement` },
      ];
    } finally {
      await system.stop();
    }
  },
};
