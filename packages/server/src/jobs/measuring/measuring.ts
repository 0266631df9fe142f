import type { MeasureSetting, MeasuringProgress } from '@sightline/protocol';
import type { Store } from '../../store/index.ts';
import type { BackgroundProcess } from '../background/background-process.ts';
import type { MeasuringOrder } from './measure-sessions.ts';

/** Keeps the results of metrics up with the events. */
export interface Measuring {
  /** Something was loaded: sessions that go quiet are measured. */
  loaded(): void;
  /** A command loaded something, of now or of long ago: all sessions are looked at. */
  imported(): void;
  /** Somebody looks at a flight's results: what came before this server started is looked at too. */
  lookAt(flight: string): void;
  /** A flight's settings changed, or somebody wants it measured again: all its sessions are looked at. */
  start(flight: string): void;
  /** Stops measuring a flight until it is started again; what is stored stays. */
  cancel(flight: string): void;
  progress(flight: string): MeasuringProgress;
  /** Resolves when nothing is under way or waiting. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface MeasuringDeps {
  process: BackgroundProcess<MeasuringOrder>;
  store: Pick<Store, 'flightsWithSessions'>;
  settings: (flight: string) => Promise<MeasureSetting[]>;
  now: () => number;
  every: (ms: number, run: () => void) => () => void;
  log: { error(fields: object, message: string): void };
  quietMs?: number;
}

/** A session of which nothing came for so long is measured; more events have it measured again. */
const QUIET_MS = 30_000;
const LOOK_EVERY_MS = 10_000;
/** Batches mostly load within seconds; what came later than this is found by the next look at all sessions. */
const LATE_MS = 15 * 60_000;
const LOOK_AT_ALL_MS = 30 * 60_000;
const IDLE: MeasuringProgress = { state: 'idle', done: 0, total: 0 };

/** Measures flight after flight, in the background. */
export function createMeasuring({ process, store, settings, now, every, log, quietMs = QUIET_MS }: MeasuringDeps): Measuring {
  /** What waits, and whether for all of a flight's sessions. */
  const waiting = new Map<string, 'all' | 'changed'>();
  const states = new Map<string, MeasuringProgress>();
  const lookedAtAll = new Map<string, number>();
  let cancelling: { flight: string; controller: AbortController } | undefined;
  let working: Promise<void> = Promise.resolve();
  let isWorking = false;
  let stopped = false;
  let loadedAt = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let importedAt: number | undefined;

  const stopLooking = every(LOOK_EVERY_MS, () => void look());

  return {
    loaded: () => void (loadedAt = now()),
    imported: () => void (loadedAt = importedAt = now()),
    lookAt(flight) {
      if (lookedAtAll.has(flight) || states.get(flight)?.state === 'cancelled') return;
      lookedAtAll.set(flight, now());
      queue(flight, 'all');
    },
    start(flight) {
      states.delete(flight);
      lookedAtAll.set(flight, now());
      queue(flight, 'all');
    },
    cancel(flight) {
      waiting.delete(flight);
      states.set(flight, { ...(states.get(flight) ?? IDLE), state: 'cancelled' });
      if (cancelling?.flight === flight) cancelling.controller.abort();
    },
    progress: (flight) => states.get(flight) ?? IDLE,
    async settled() {
      while (isWorking) await working;
    },
    async stop() {
      stopped = true;
      stopLooking();
      waiting.clear();
      cancelling?.controller.abort();
      process.stop();
      await working;
    },
  };

  /** Looks once more after the last load's sessions went quiet, then rests. */
  async function look() {
    // Until something comes, the engine may sleep.
    if (isWorking || loadedAt === Number.NEGATIVE_INFINITY || lookedAt > loadedAt + quietMs) return;
    const at = now();
    try {
      const isImported = importedAt !== undefined && lookedAt <= importedAt + quietMs;
      for (const flight of await store.flightsWithSessions({ changedSince: isImported ? 0 : at - LATE_MS })) {
        if (states.get(flight)?.state === 'cancelled') continue;
        const all = isImported || at - (lookedAtAll.get(flight) ?? Number.NEGATIVE_INFINITY) > LOOK_AT_ALL_MS;
        if (all) lookedAtAll.set(flight, at);
        queue(flight, all ? 'all' : 'changed');
      }
      lookedAt = at;
    } catch (error) {
      log.error({ err: error }, 'measuring: the store could not be asked; trying again');
    }
  }

  function queue(flight: string, what: 'all' | 'changed') {
    if (stopped) return;
    waiting.set(flight, waiting.get(flight) === 'all' ? 'all' : what);
    if (what === 'all') states.set(flight, { state: 'waiting', done: 0, total: 0 });
    // A flight whose settings changed as it is being measured begins anew.
    if (what === 'all' && cancelling?.flight === flight) cancelling.controller.abort();
    if (!isWorking) working = work();
  }

  async function work() {
    isWorking = true;
    for (let [next] = waiting; next !== undefined && !stopped; [next] = waiting) {
      const [flight, what] = next;
      waiting.delete(flight);
      await measured(flight, what);
    }
    isWorking = false;
  }

  async function measured(flight: string, what: 'all' | 'changed') {
    const controller = new AbortController();
    cancelling = { flight, controller };
    const tell = (state: MeasuringProgress) => !controller.signal.aborted && states.set(flight, state);
    try {
      const order = {
        flight,
        settings: await settings(flight),
        quietSince: now() - quietMs,
        ...(what === 'changed' && { changedSince: now() - LATE_MS }),
      };
      await process.run(order, { progress: (done, total) => tell({ state: 'running', done, total }), signal: controller.signal });
      tell(IDLE);
    } catch (error) {
      if (stopped) return;
      const message = error instanceof Error ? error.message : String(error);
      log.error({ err: error, flight }, 'measuring: a flight could not be measured');
      tell({ ...(states.get(flight) ?? IDLE), state: 'failed', message });
    } finally {
      cancelling = undefined;
    }
  }
}
