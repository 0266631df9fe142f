import type { SettingsVersion } from '@sightline/protocol';
import type { FlightGate } from '../door/flight-gate.ts';
import type { RegistryFlightAccess } from './flight-access.ts';
import { isRefusal } from './refusal.ts';
import type { Registry } from './registry.ts';

/** What the flight of a token records now. */
export interface FlightSettings {
  gate: FlightGate;
  newest: SettingsVersion;
  /** The parameters of a page's address that tell who takes part; none where the flight is no study. */
  parameters: readonly string[];
}

/** Answers from memory what a page's token stands for, never more than a moment behind the registry; undefined for an unknown or revoked token. */
export function flightSettings({
  flights,
  registry: { captureSettings, studies },
}: {
  flights: Pick<RegistryFlightAccess, 'byToken' | 'subscribe'>;
  registry: Pick<Registry, 'captureSettings' | 'studies'>;
}): (token: string) => Promise<FlightSettings | undefined> {
  let known = new Map<string, Promise<Omit<FlightSettings, 'gate'> | undefined>>();
  // A new map, so that a read from before the change cannot land in it.
  flights.subscribe(() => (known = new Map()));
  const read = async (flight: string) => {
    const [newest, study] = await Promise.all([captureSettings.newest(flight), studies.ofFlight(flight)]);
    const { participantParameter, conditionParameter, orderParameter } = study?.settings ?? {};
    const parameters = [participantParameter, conditionParameter, orderParameter].filter((name) => name !== undefined);
    return isRefusal(newest) ? undefined : { newest, parameters };
  };
  const remembered = (flight: string) => {
    const here = known;
    const kept = here.get(flight);
    if (kept) return kept;
    const reading = read(flight);
    reading.catch(() => here.delete(flight));
    here.set(flight, reading);
    return reading;
  };
  return async (token) => {
    const gate = await flights.byToken(token);
    const settings = gate && (await remembered(gate.flight));
    return gate && settings && { gate, ...settings };
  };
}
