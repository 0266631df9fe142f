import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch } from '../../packages/server/src/batch.ts';
import { createSpool } from '../../packages/server/src/spool/spool.ts';
import { createArrivals, type LoadResult, type Pace, type Sender } from './arrivals.ts';
import { serveOrder } from './order.ts';
import { eventPayload, trackBody } from './payload.ts';

export interface SpoolLoadOrder extends Pace {
  /** Where the spool may lie: on the disk that is measured. */
  directory: string;
  events: 1 | 20;
}

const silent = { info() {}, warn() {}, error: (facts: unknown) => void process.stderr.write(`${JSON.stringify(facts)}\n`) };

serveOrder<SpoolLoadOrder, LoadResult>(async (order) => {
  const dir = await mkdtemp(join(order.directory, 'spool-alone-'));
  const spool = await createSpool({ dir, log: silent });
  // In place of the loader: what is closed is dropped, so that the disk does not fill.
  spool.onSealed(() => spool.sealed().forEach((segment) => void spool.remove(segment)));
  const arrivals = createArrivals(order);
  const senders = Array.from({ length: order.connections }, () => {
    const batch = batchOf(order.events);
    const self: Sender = {
      send: () =>
        void spool.append(batch).then(
          () => arrivals.answered(self),
          (error: unknown) => arrivals.failed(self, String(error)),
        ),
    };
    return self;
  });
  const result = await arrivals.run(senders);
  await spool.stop();
  await rm(dir, { recursive: true });
  return result;
});

/** What the door makes of the same messages that the other trials send. */
function batchOf(events: number): Batch {
  const sent = events === 1 ? [JSON.parse(trackBody('bench', 0))] : JSON.parse(eventPayload('44444444-4444-4444-8444-444444444444')).events;
  return {
    application: '11111111-1111-4111-8111-111111111111',
    flight: '22222222-2222-4222-8222-222222222222',
    session: '33333333-3333-4333-8333-333333333333',
    sessionRef: '',
    tab: '44444444-4444-4444-8444-444444444444',
    visitor: null,
    dialect: 'native',
    agent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    receivedAt: Date.now(),
    offsetMs: 0,
    offsetErrorMs: 1,
    fresh: true,
    events: sent.map((event: Record<string, unknown>, sequence: number) => ({
      sequence,
      type: 'interactionEvent',
      name: 'click',
      at: Date.now(),
      wallAt: Date.now(),
      monotonicAt: 5_123.4,
      epoch: 0,
      pageView: null,
      url: event['url'],
      details: event['details'],
      metadata: event['metadata'] ?? [],
      applicationSpecificData: event['applicationSpecificData'] ?? {},
      extra: {},
    })),
    refused: [],
    recordings: [],
  } as unknown as Batch;
}
