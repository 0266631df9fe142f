import { setPriority } from 'node:os';
import { remoteEngine } from '../../engine/remote-engine.ts';
import { socketEngine } from '../../engine/socket-engine.ts';
import { createStore } from '../../store/index.ts';
import { measureSessions } from './measure-sessions.ts';
import type { ChildAnswer, ChildOrder } from './messages.ts';

/** Behind the engine, which has 10; at 19 a machine with other work to do hardly ever comes to it. */
const NICE = 15;

/*
 * Measuring sessions takes the processor for minutes: it has a process of its own, which gives way to everything else, so that
 * acknowledgements never wait for it. It ends with its parent.
 */
setPriority(NICE);
process.once('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);

let stopping = new AbortController();
process.on('message', (order: ChildOrder) => {
  if (order.type === 'cancel') stopping.abort();
  else void run(order);
});

async function run({ at, order }: Extract<ChildOrder, { type: 'measure' }>) {
  stopping = new AbortController();
  const engine = 'socketPath' in at ? socketEngine({ socketPath: at.socketPath }) : remoteEngine({ url: at.url });
  const store = createStore({ engine, now: Date.now, log: { info: () => undefined } });
  try {
    const progress = (done: number, total: number) => answer({ type: 'progress', done, total });
    const done = await measureSessions({ store, progress, signal: stopping.signal }, order);
    answer({ type: 'done', done });
  } catch (error) {
    answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  } finally {
    await engine.stop();
  }
}

const answer = (said: ChildAnswer) => void process.send?.(said);
