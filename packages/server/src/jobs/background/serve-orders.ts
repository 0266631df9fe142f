import { setPriority } from 'node:os';
import { remoteEngine } from '../../engine/remote-engine.ts';
import { socketEngine } from '../../engine/socket-engine.ts';
import { createStore, type Store } from '../../store/index.ts';
import type { ChildAnswer, ChildOrder } from './messages.ts';

/** Behind the engine, which has 10; at 19 a machine with other work to do hardly ever comes to it. */
const NICE = 15;

export interface WorkHeard {
  progress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/**
 * The inside of a background process, which takes the processor for seconds or minutes: it gives way to everything else, so that acknowledgements never wait
 * for it. It ends with its parent.
 */
export function serveOrders<Order>(work: (store: Store, order: Order, heard: WorkHeard) => Promise<unknown>): void {
  setPriority(NICE);
  process.once('disconnect', () => process.exit(0));
  process.on('SIGINT', () => undefined);

  let stopping = new AbortController();
  process.on('message', (order: ChildOrder<Order>) => {
    if (order.type === 'cancel') stopping.abort();
    else void run(order.at, order.order);
  });

  async function run(at: Extract<ChildOrder<Order>, { type: 'work' }>['at'], order: Order) {
    stopping = new AbortController();
    const engine = 'socketPath' in at ? socketEngine({ socketPath: at.socketPath }) : remoteEngine({ url: at.url });
    const store = createStore({ engine, now: Date.now, log: { info: () => undefined } });
    try {
      const progress = (done: number, total: number) => answer({ type: 'progress', done, total });
      await work(store, order, { progress, signal: stopping.signal });
      answer({ type: 'done' });
    } catch (error) {
      answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    } finally {
      await engine.stop();
    }
  }
}

const answer = (said: ChildAnswer) => void process.send?.(said);
