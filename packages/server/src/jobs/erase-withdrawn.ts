import { eraseParticipant, type ParticipantErasureDeps } from '../erasure/erase-participant.ts';
import type { Loader } from '../loader/loader.ts';
import type { Registry } from '../registry/registry.ts';
import type { Store } from '../store/index.ts';

export interface EraseWithdrawnDeps {
  registry: Pick<Registry, 'studies' | 'participants'>;
  store: Pick<Store, 'participantSessions'>;
  erasure: ParticipantErasureDeps;
  loader: Pick<Loader, 'status'>;
  every: (ms: number, run: () => void) => () => void;
  log: { info(details: object, message: string): void; error(details: object, message: string): void };
}

/** How long at most something of them is there. */
const LOOK_EVERY_MS = 60_000;

/**
 * Erases what browsers of participants who withdrew still send in sessions that began since: a page that was open, a link opened again.
 * Where nobody withdrew, or nothing came, nothing is asked of the store, which may sleep.
 */
export function eraseWithdrawn({ registry, store, erasure, loader, every, log }: EraseWithdrawnDeps): {
  run(): Promise<void>;
  stop(): void;
} {
  let running: Promise<void> | undefined;
  /** How much had been loaded when everything was looked at. */
  let lookedAt = -1;

  const erase = async () => {
    const { loaded } = loader.status();
    if (loaded === lookedAt) return;
    const withdrawn = await registry.participants.withdrawn();
    for (const flight of new Set(withdrawn.map((each) => each.flight))) {
      const study = await registry.studies.ofFlight(flight);
      if (!study) continue;
      const seen = await store.participantSessions({ flight, field: study.settings.participantParameter, completedEvent: null });
      for (const participant of withdrawn) {
        if (participant.flight !== flight) continue;
        const sessions = await eraseParticipant(erasure, { flight, participant, seen, andMore: false });
        if (sessions > 0) log.info({ flight, sessions }, 'sessions of a participant who had withdrawn are erased');
      }
    }
    lookedAt = loaded;
  };
  const run = () => (running ??= erase().finally(() => (running = undefined)));
  const stop = every(LOOK_EVERY_MS, () => {
    run().catch((error: unknown) => log.error({ err: error }, 'sessions of withdrawn participants could not be erased; it is tried again'));
  });
  return { run, stop };
}
