import type { Loader } from '../loader/loader.ts';
import type { Registry } from '../registry/registry.ts';
import type { Store } from '../store/index.ts';

/** How often it looks for what is due; the time to think again is days. */
const LOOK_EVERY_MS = 3_600_000;

/** Erases flights whose time to be restored is over: first their data, then they themselves, so that an interrupted erasure is found again. */
export function eraseDeleted({
  registry: { deletions },
  store,
  loader,
  every,
  log,
}: {
  registry: Pick<Registry, 'deletions'>;
  store: Pick<Store, 'eraseFlight'>;
  loader: Pick<Loader, 'drain'>;
  every: (ms: number, run: () => void) => () => void;
  log: { info(details: object, message: string): void; error(details: object, message: string): void };
}): { run(): Promise<void>; stop(): void } {
  let running: Promise<void> | undefined;
  const run = () => (running ??= erase().finally(() => (running = undefined)));
  const erase = async () => {
    const due = await deletions.dueFlights();
    // What still waits in the spool would come back after the erasure.
    if (due.length > 0) await loader.drain();
    for (const flight of due) {
      await store.eraseFlight({ flight });
      await deletions.forgetFlight(flight);
      log.info({ flight }, 'a deleted flight and its data are erased');
    }
    await deletions.forgetApplications();
  };
  const guarded = () =>
    run().catch((error: unknown) => log.error({ err: error }, 'deleted flights could not be erased; it is tried again in an hour'));
  const stop = every(LOOK_EVERY_MS, () => void guarded());
  void guarded();
  return { run, stop };
}
