import { fork, type ChildProcess } from 'node:child_process';
import type { ChildAnswer, ChildOrder, EnginePlace } from './messages.ts';

/** Works in another process. */
export interface BackgroundProcess<Order> {
  /** Resolves when it is done or cancelled; one order at a time. */
  run(order: Order, heard: { progress: (done: number, total: number) => void; signal: AbortSignal }): Promise<void>;
  stop(): void;
}

export interface BackgroundProcessDeps {
  /** Keeps the engine awake while its place is used. */
  lease: () => Promise<{ at: EnginePlace; release(): void }>;
  /** The process's built script: see `serve-orders.ts`. */
  script: string;
  idleAfterMs?: number;
}

/** The next order mostly comes soon or not at all. */
const IDLE_AFTER_MS = 10_000;

/** Starts a process when there is something to do, and ends it when there is no more. */
export function backgroundProcess<Order>({ lease, script, idleAfterMs = IDLE_AFTER_MS }: BackgroundProcessDeps): BackgroundProcess<Order> {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;

  return {
    async run(order, { progress, signal }) {
      clearTimeout(idle);
      const { at, release } = await lease();
      const used = (child ??= started());
      try {
        await answered(used, { type: 'work', at, order }, { progress, signal });
      } finally {
        release();
        idle = setTimeout(stop, idleAfterMs).unref();
      }
    },
    stop,
  };

  function started(): ChildProcess {
    const fresh = fork(script, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    // It must not keep a server alive that has nothing else to do.
    fresh.unref();
    fresh.channel?.unref();
    fresh.once('exit', () => {
      if (child === fresh) child = undefined;
    });
    return fresh;
  }

  function stop() {
    clearTimeout(idle);
    child?.kill('SIGTERM');
    child = undefined;
  }
}

function answered<Order>(
  child: ChildProcess,
  order: ChildOrder<Order>,
  { progress, signal }: { progress: (done: number, total: number) => void; signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = () => child.connected && child.send({ type: 'cancel' } satisfies ChildOrder<Order>);
    const gone = () => finish(new Error('the background process ended before it was done'));
    const hear = (said: ChildAnswer) => {
      if (said.type === 'progress') progress(said.done, said.total);
      else finish(said.type === 'failed' ? new Error(said.message) : undefined);
    };
    function finish(error?: Error) {
      child.off('message', hear);
      child.off('exit', gone);
      signal.removeEventListener('abort', cancel);
      if (error) reject(error);
      else resolve();
    }
    child.on('message', hear);
    child.once('exit', gone);
    signal.addEventListener('abort', cancel);
    child.send(order);
  });
}
