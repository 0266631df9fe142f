import type { Store } from '../store/index.ts';

/** Keeps sessions folded, so that lists and panels read them quickly. */
export interface Folding {
  /** Something was loaded: its sessions are folded when nothing more comes of them. */
  loaded(): void;
  /** Looks whether something is to be folded from before. */
  look(): void;
  stop(): Promise<void>;
}

export interface FoldingDeps {
  store: Pick<Store, 'fold'>;
  now: () => number;
  every: (ms: number, run: () => void) => () => void;
  log: { error(fields: object, message: string): void };
}

/** A session of which nothing came for so long is folded: most have ended, and who goes on costs no more than one folding for each pause. */
const QUIET_MS = 30_000;
const LOOK_EVERY_MS = 10_000;

/** Folds sessions in the background, and rests while nothing is loaded: the engine may sleep then. */
export function createFolding({ store, now, every, log }: FoldingDeps): Folding {
  let loadedAt = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const stopping = new AbortController();
  let working: Promise<void> | undefined;

  const look = () => {
    if (!stopping.signal.aborted) working ??= fold().finally(() => (working = undefined));
  };
  const stopLooking = every(LOOK_EVERY_MS, () => {
    if (loadedAt !== Number.NEGATIVE_INFINITY && lookedAt <= loadedAt + QUIET_MS) look();
  });

  return {
    loaded: () => void (loadedAt = now()),
    look,
    async stop() {
      stopping.abort();
      stopLooking();
      await working;
    },
  };

  async function fold() {
    const at = now();
    try {
      await store.fold({ before: at - QUIET_MS, signal: stopping.signal });
      lookedAt = at;
    } catch (error) {
      if (!stopping.signal.aborted)
        log.error({ err: error }, 'sessions could not be folded; they are put together as they are asked for, and it is tried again');
    }
  }
}
