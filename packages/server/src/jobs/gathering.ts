import type { Store } from '../store/index.ts';

/** Keeps the table that maps count up with the events. */
export interface Gathering {
  /** Something was loaded: it is gathered once nothing more comes, and within a minute. */
  loaded(): void;
  /** Somebody looks at maps: what came before this server started is gathered too. */
  lookedAt(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface GatheringDeps {
  store: Pick<Store, 'gatherPlaces'>;
  now: () => number;
  every: (ms: number, run: () => void) => () => void;
  log: { error(fields: object, message: string): void };
}

const LOOK_EVERY_MS = 2_000;
/** Loads come every second while somebody is there; each time gathered costs as much as a small load. */
const QUIET_MS = 10_000;
/** What is not gathered yet is read from the events, which takes longer. */
const AT_LATEST_MS = 60_000;

/** Gathers in the background, a piece at a time, so that loading comes between. */
export function createGathering({ store, now, every, log }: GatheringDeps): Gathering {
  let since: number | undefined;
  let loadedAt = Number.NEGATIVE_INFINITY;
  let wasLookedAt = false;
  let stopped = false;
  let working: Promise<void> | undefined;
  const stopLooking = every(LOOK_EVERY_MS, look);

  return {
    loaded() {
      loadedAt = now();
      since ??= loadedAt;
    },
    lookedAt() {
      if (wasLookedAt) return;
      wasLookedAt = true;
      since = Number.NEGATIVE_INFINITY;
    },
    async settled() {
      await working;
    },
    async stop() {
      stopped = true;
      stopLooking();
      await working;
    },
  };

  function look() {
    if (since === undefined || (now() - loadedAt < QUIET_MS && now() - since < AT_LATEST_MS)) return;
    working ??= gather().finally(() => (working = undefined));
  }

  async function gather() {
    since = undefined;
    try {
      for (let more = true; more && !stopped;) ({ more } = await store.gatherPlaces());
    } catch (error) {
      since = Number.NEGATIVE_INFINITY;
      log.error({ err: error }, 'gathering: the store could not be asked; trying again');
    }
  }
}
