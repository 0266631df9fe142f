import type { ApplicationId, Flight, FlightId } from '@sightline/protocol';
import type { Kysely } from 'kysely';
import { changeMarker } from './change-marker.ts';
import { DEFAULT_FLIGHT } from './default-flight.ts';
import { readFlights } from './read-flights.ts';
import type { Registry } from './registry.ts';
import type { Tables } from './tables.ts';
import type { FlightAccess, FlightGate } from '../door/flight-gate.ts';

/** The door's view of the flights, never more than a moment behind the registry. */
export interface RegistryFlightAccess extends FlightAccess {
  /** Looks whether anything changed: call it after a change in this process. */
  refresh(): Promise<void>;
  byFlight(flight: string): Promise<FlightGate | undefined>;
  stop(): void;
}

/** What other processes change is seen after this time. */
const LOOK_EVERY_MS = 1_000;

/** Keeps all flights in memory and looks every second, by one small query, whether they changed. */
export function flightAccess({
  registry: { database, settings },
  every,
  log,
}: {
  registry: Pick<Registry, 'database' | 'settings'>;
  /** Runs something again and again; answers how to stop. */
  every: (ms: number, run: () => void) => () => void;
  log: { warn(details: object, message: string): void };
}): RegistryFlightAccess {
  const listeners = new Set<() => void>();
  let known: Snapshot | undefined;
  let looking: Promise<Snapshot> | undefined;

  const look = async (): Promise<Snapshot> => {
    // The marker first: a change that comes between the two reads is then seen once more, not missed.
    const marker = await changeMarker(database.kysely);
    if (known?.marker === marker) return known;
    const next = snapshot(marker, {
      flights: await readFlights(database.kysely),
      closed: await closedApplications(database.kysely),
      defaultFlight: await settings.get(DEFAULT_FLIGHT),
    });
    const first = known === undefined;
    known = next;
    if (!first) for (const listener of listeners) listener();
    return next;
  };
  const fresh = (): Promise<Snapshot> => (looking ??= look().finally(() => (looking = undefined)));
  const current = async () => known ?? fresh();

  const refresh = async () => {
    // A look that is under way may have read before the change.
    await looking?.catch(() => undefined);
    await fresh();
  };
  const stopLooking = every(LOOK_EVERY_MS, () => {
    fresh().catch((error: unknown) => log.warn({ error }, 'The registry could not be read; flights stay as last known.'));
  });

  return {
    // A token just made elsewhere is not refused for being newer than what is known.
    byToken: async (token) => (await current()).tokens.get(token) ?? (await fresh()).tokens.get(token),
    async byIds(application, flight) {
      const gate = (await current()).gates.get(flight) ?? (await fresh()).gates.get(flight);
      return gate?.application === application ? gate : undefined;
    },
    byFlight: async (flight) => (await current()).gates.get(flight),
    unsigned: async () => (await current()).unsigned,
    origins: async () => (await current()).origins,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    stop() {
      stopLooking();
      listeners.clear();
    },
  };
}

interface Snapshot {
  marker: string;
  gates: Map<string, FlightGate>;
  tokens: Map<string, FlightGate>;
  unsigned: FlightGate | undefined;
  origins: readonly string[];
}

function snapshot(
  marker: string,
  { flights, closed, defaultFlight }: { flights: Flight[]; closed: ReadonlySet<string>; defaultFlight: string | undefined },
): Snapshot {
  const gates = new Map<string, FlightGate>();
  const tokens = new Map<string, FlightGate>();
  for (const flight of flights) {
    const gate = gateOf(flight, closed.has(flight.applicationId));
    gates.set(flight.id, gate);
    for (const { token } of flight.tokens) tokens.set(token, gate);
  }
  const origins = [...new Set([...gates.values()].filter(({ active }) => active).flatMap(({ allowedOrigins }) => allowedOrigins))];
  return { marker, gates, tokens, unsigned: gates.get(defaultFlight ?? ''), origins };
}

const gateOf = (flight: Flight, applicationClosed: boolean): FlightGate => ({
  application: flight.applicationId as ApplicationId,
  flight: flight.id as FlightId,
  active: flight.active && !applicationClosed && flight.archivedAt === undefined && flight.erasedFrom === undefined,
  allowedOrigins: flight.allowedOrigins,
  acceptsUnsigned: flight.acceptsUnsigned,
});

/** The applications that were archived or deleted: their flights take nothing. */
async function closedApplications(kysely: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const rows = await kysely
    .selectFrom('application')
    .select('id')
    .where((where) => where.or([where('archivedAt', 'is not', null), where('erasedFrom', 'is not', null)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}
