import { bestOf } from '../best-of.ts';
import { BATCH_EVENTS } from '../load/payload.ts';
import type { WebsocketLoadOrder } from '../load/websocket-load.ts';
import { cpuPerEvent } from '../main-thread.ts';
import { measured } from '../measured.ts';
import { cpuMs } from '../process-tree.ts';
import { systemUnderTest, type SystemUnderTest } from '../system-under-test.ts';
import { perSecond, times, type Trial } from '../trial.ts';
import { spoolLoad } from './spool-alone.ts';

const PACE = { connections: 50, warmUpMs: 2_000, ms: 6_000 };
const ROUNDS = 3;

/** Batches over WebSocket, while the store keeps up, beside the spool alone. */
export const websocket: Trial = {
  name: 'websocket',
  conditions: `native payloads of 20 events (480 B each), 50 sockets with one payload under way each, acknowledged when durable, the store loading meanwhile; the best of ${ROUNDS} rounds, each of which runs both`,
  async run() {
    const system = await systemUnderTest();
    try {
      const { alone, own, lagMs, allMs } = await bestOf(
        ROUNDS,
        () => round(system),
        (result) => result.own.perSecond,
      );
      const events = own.answeredInAll * BATCH_EVENTS;
      return [
        { what: 'spool alone', value: perSecond(alone.perSecond * BATCH_EVENTS, 'events') },
        { what: 'acknowledged', value: `${perSecond(own.perSecond * BATCH_EVENTS, 'events')}, ${times(own)}`, bar: '≥ 100 k events/s' },
        {
          what: 'stored, the time to catch up included',
          value: perSecond((events * 1_000) / (PACE.warmUpMs + PACE.ms + lagMs), 'events'),
          bar: '≥ 100 k events/s',
        },
        { what: 'CPU of the main thread, per event', value: cpuPerEvent(own.cpuMs, events) },
        { what: 'CPU of server and engine until all was stored, per event', value: cpuPerEvent(allMs, events) },
        { what: 'store had everything', value: `${lagMs} ms after the last acknowledgement` },
      ];
    } finally {
      await system.stop();
    }
  },
};

async function round(system: SystemUnderTest) {
  const alone = await spoolLoad(BATCH_EVENTS);
  const before = cpuMs(system.pid);
  const own = await measured<WebsocketLoadOrder>('websocket-load', { ...PACE, port: system.port, token: system.token }, system.pid);
  const lagMs = await system.stored();
  return { alone, own, lagMs, allMs: cpuMs(system.pid) - before };
}
