import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { EngineUnavailable } from './engine-unavailable.ts';

/** The engine's child process, ready for requests. */
export interface EngineProcess {
  pid: number | undefined;
  /** Resolves, with what it said last, when the process is gone. */
  ended: Promise<string>;
  /** Lets running statements end, then the process. */
  stop(): Promise<void>;
}

/** An engine with much to recover opens in seconds; after this it is stuck. */
const START_WITHIN_MS = 60_000;
/** A statement that runs longer than this is cut; inserts are safe to repeat. */
const STOP_WITHIN_MS = 15_000;
/**
 * What the allocator does with memory that a statement let go of (bench/results.md). Sparing, it gives it back soon, and what one thread let go of another
 * takes; tight, sooner still, and no thread keeps anything for itself.
 */
const ALLOCATORS = {
  sparing: 'narenas:1,dirty_decay_ms:300,muzzy_decay_ms:0',
  tight: 'narenas:1,dirty_decay_ms:100,muzzy_decay_ms:0,tcache:false',
};
export type EngineMemory = keyof typeof ALLOCATORS;
/** Enough of what the child said last to find out why it died. */
const SAID_CHARACTERS = 4_000;

export interface EngineProcessDeps {
  script: string;
  directory: string;
  socketPath: string;
  memory: EngineMemory;
}

/** Starts `child.ts` on a data directory and waits until it listens. */
export async function startEngineProcess(deps: EngineProcessDeps): Promise<EngineProcess> {
  mkdirSync(deps.directory, { recursive: true, mode: 0o700 });
  const child = fork(deps.script, ['--store', deps.directory, '--socket', deps.socketPath], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
    // One thread for the statement of each lane, and some for the files of requests.
    env: { JE_MALLOC_CONF: ALLOCATORS[deps.memory], ...process.env, UV_THREADPOOL_SIZE: '8' },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-SAID_CHARACTERS)));
  // Each try to open says the same again.
  const ended = once(child, 'exit').then(() => [...new Set(said.split('\n'))].join('\n').trim());
  const late = setTimeout(() => child.kill('SIGKILL'), START_WITHIN_MS);
  const failure = await Promise.race([once(child, 'message').then(() => undefined), ended]);
  clearTimeout(late);
  if (failure !== undefined) throw new EngineUnavailable(`the engine did not start on ${deps.directory}: ${failure || 'it said nothing'}`);
  // The engine must not keep a process alive that has nothing else to do; its end is seen through the channel.
  child.unref();
  child.channel?.unref();

  return {
    pid: child.pid,
    ended,
    async stop() {
      const cut = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(cut);
    },
  };
}
