import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { socketPath as socketPathOf } from '../control/socket-path.ts';
import { startEngineProcess, type EngineMemory, type EngineProcess } from './engine-process.ts';
import { EngineUnavailable } from './engine-unavailable.ts';
import type { Engine } from './engine.ts';
import { scratchOf } from './scratch-of.ts';
import { socketEngine } from './socket-engine.ts';

export interface EmbeddedEngineDeps {
  /** The engine's own directory; one process at a time. */
  directory: string;
  /** The child ends when nobody used it for so long. */
  idleAfterMs?: number;
  /** The child's script, where it is not the built one beside this file. */
  childScript?: string;
  /** Sparing where left out. */
  memory?: EngineMemory;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** Keeps the engine awake; release it as soon as the statement's answer is read. */
export interface EngineLease {
  socketPath: string;
  release(): void;
}

export interface EmbeddedEngine extends Engine {
  /** Keeps the engine awake for another process, which reaches it at the socket. */
  lease(): Promise<EngineLease>;
  /** The child's process id; undefined while it sleeps. */
  pid(): number | undefined;
}

const IDLE_AFTER_MS = 30_000;
/** How long a lost connection waits for the news that the child is gone, so that the next try starts another. */
const NEWS_WITHIN_MS = 1_000;

/** chDB in a child process: started at the first use, asleep when idle, started again when it died. */
export function embeddedEngine({
  directory,
  idleAfterMs = IDLE_AFTER_MS,
  childScript,
  memory = 'sparing',
  log,
}: EmbeddedEngineDeps): EmbeddedEngine {
  const socketPath = socketPathOf(directory, 'engine.sock');
  const script = childScript ?? fileURLToPath(new URL('./child.js', import.meta.url));
  const connection = socketEngine({ socketPath, scratch: scratchOf(directory) });
  let awake: Promise<EngineProcess> | undefined;
  let child: EngineProcess | undefined;
  let asleep: Promise<void> = Promise.resolve();
  let leases = 0;
  let stopped = false;
  let idle: NodeJS.Timeout | undefined;

  return {
    localFiles: true,
    scratch: connection.scratch,
    pid: () => child?.pid,
    lease,
    async use(work) {
      const { release } = await lease();
      const used = child;
      try {
        return await connection.use(work);
      } catch (error) {
        if (error instanceof EngineUnavailable) await Promise.race([used?.ended, delay(NEWS_WITHIN_MS, undefined, { ref: false })]);
        throw error;
      } finally {
        release();
      }
    },
    async acquire() {
      const { release } = await lease();
      const { client } = await connection.acquire();
      return { client, release };
    },
    async stop() {
      stopped = true;
      clearTimeout(idle);
      await connection.stop();
      await awake?.catch(() => undefined);
      await sleep();
    },
  };

  async function lease(): Promise<EngineLease> {
    if (stopped) throw new EngineUnavailable('the engine was stopped');
    clearTimeout(idle);
    leases += 1;
    const release = once(() => {
      leases -= 1;
      if (leases === 0 && !stopped) idle = setTimeout(() => void sleep(), idleAfterMs).unref();
    });
    try {
      await wake();
      return { socketPath, release };
    } catch (error) {
      release();
      throw error;
    }
  }

  function wake(): Promise<EngineProcess> {
    awake ??= asleep.then(start).catch((error: unknown) => {
      awake = undefined;
      throw error;
    });
    return awake;
  }

  async function start(): Promise<EngineProcess> {
    const started = await startEngineProcess({ script, directory, socketPath, memory });
    child = started;
    log.info({ pid: started.pid }, 'the engine is awake');
    void watch(started);
    return started;
  }

  async function watch(started: EngineProcess) {
    const said = await started.ended;
    if (child !== started) return;
    log.warn({ pid: started.pid, said }, 'the engine ended by itself; the next use starts it again');
    child = undefined;
    awake = undefined;
  }

  function sleep(): Promise<void> {
    const ending = child;
    if (ending === undefined) return asleep;
    child = undefined;
    awake = undefined;
    asleep = ending.stop().then(() => log.info({ pid: ending.pid }, 'the engine sleeps'));
    return asleep;
  }
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
