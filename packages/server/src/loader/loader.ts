import type { BaseLogger } from 'pino';
import { diskFiles, type Files } from '../spool/files.ts';
import { pause } from '../spool/pause.ts';
import type { Segment } from '../spool/segment.ts';
import type { Spool } from '../spool/spool.ts';
import { loadInPieces } from './load-in-pieces.ts';
import { createQuarantine } from './quarantine.ts';
import { createStrikes } from './strikes.ts';

/** What the loader needs. */
export interface LoaderDeps {
  spool: Pick<Spool, 'sealed' | 'seal' | 'recovered' | 'onSealed' | 'remove' | 'oldestAt'>;
  /** Stores a segment; doing it again with the same token changes nothing. */
  load: (segment: { path: string; token: string }) => Promise<unknown>;
  /** Where batches are kept that cannot be stored. */
  quarantineDirectory: string;
  log: Pick<BaseLogger, 'warn' | 'error'>;
  files?: Files;
  now?: () => number;
  /** Pause after a first failure; it doubles with each further one. */
  retryAfterMs?: number;
  retryAtMostMs?: number;
}

export type Loader = ReturnType<typeof createLoader>;

/** Brings closed segments into the store, in order and one at a time, and deletes each when the store has it. */
export function createLoader({
  spool,
  load,
  quarantineDirectory,
  log,
  files = diskFiles,
  now = Date.now,
  retryAfterMs = 500,
  retryAtMostMs = 15_000,
}: LoaderDeps) {
  const strikes = createStrikes();
  const quarantine = createQuarantine({ directory: quarantineDirectory, files, now, log });
  const stopping = new AbortController();
  const outcomes = new Set<(error?: unknown) => void>();
  let hurry = new AbortController();
  let working = Promise.resolve();
  let isWorking = false;
  let loaded = 0;
  let failing: string | undefined;

  async function work(): Promise<void> {
    isWorking = true;
    for (let failures = 0; !stopping.signal.aborted;) {
      const segment = choose(failures);
      if (segment === undefined) break;
      try {
        await take(segment);
        failures = 0;
        failing = undefined;
        tell();
      } catch (error) {
        failures += 1;
        failing = error instanceof Error ? error.message : String(error);
        log.warn({ err: error, segment: segment.token, failures }, 'loader: the store did not take a segment; it stays in the spool');
        tell(error);
        await pauseAfter(failures);
      }
    }
    isWorking = false;
  }

  /** The oldest; after a failure in turn the one behind it, which shows whether it is the segment or the engine that fails. */
  function choose(failures: number): Segment | undefined {
    const [oldest, second] = spool.sealed();
    return failures % 2 === 0 ? oldest : (second ?? oldest);
  }

  async function take(segment: Segment): Promise<void> {
    if (!strikes.isOut(segment.token)) await loadWhole(segment);
    if (strikes.isOut(segment.token)) await loadInPieces({ load, files, quarantine, strikes }, segment);
    strikes.success(segment.token);
    loaded += 1;
    await spool.remove(segment).catch((error: unknown) => {
      log.error(
        { err: error, segment: segment.token },
        'loader: a stored segment could not be deleted; the store will recognise it at the next start',
      );
    });
  }

  async function loadWhole(segment: Segment): Promise<void> {
    try {
      await load({ path: segment.path, token: segment.token });
    } catch (error) {
      if (!strikes.failure(segment.token, error)) throw error;
      log.warn({ err: error, segment: segment.token }, 'loader: the store does not take a segment as a whole; loading it in pieces');
    }
  }

  async function pauseAfter(failures: number): Promise<void> {
    hurry = new AbortController();
    await pause(Math.min(retryAfterMs * 2 ** (failures - 1), retryAtMostMs), AbortSignal.any([hurry.signal, stopping.signal]));
  }

  function tell(error?: unknown): void {
    for (const outcome of outcomes) outcome(error);
  }

  function wake(): void {
    if (!isWorking && !stopping.signal.aborted) working = work();
  }

  /** Resolves after the next attempt; rejects where it fails. */
  function attempt(): Promise<void> {
    if (stopping.signal.aborted) return Promise.reject(new Error('loader: stopped; what is left stays in the spool'));
    return new Promise((resolve, reject) => {
      const outcome = (error?: unknown): void => {
        outcomes.delete(outcome);
        if (error === undefined) resolve();
        else reject(error);
      };
      outcomes.add(outcome);
      wake();
      hurry.abort();
    });
  }

  const forget = spool.onSealed(wake);
  wake();

  return {
    /** How long the oldest batch has waited for the store. */
    lagMs: (): number => Math.max(0, now() - (spool.oldestAt() ?? now())),
    /** Stores everything that was acknowledged before the call; rejects at the first failure. */
    async drain(): Promise<void> {
      await spool.recovered();
      await spool.seal();
      const due = new Set(spool.sealed().map(({ token }) => token));
      while (spool.sealed().some(({ token }) => due.has(token))) await attempt();
    },
    /** Counters for the health page. */
    status: () => ({ loaded, quarantined: quarantine.kept(), failing }),
    /** Lets the load under way end; what is left stays in the spool. */
    async stop(): Promise<void> {
      forget();
      stopping.abort();
      await working;
    },
  };
}
