import type { SettingsVersion } from '@sightline/protocol';
import type { FlightGate } from '../door/flight-gate.ts';
import type { RegistryFlightAccess } from './flight-access.ts';
import { isRefusal } from './refusal.ts';
import type { Registry } from './registry.ts';

/** What the flight of a token records now. */
export interface FlightSettings {
  gate: FlightGate;
  newest: SettingsVersion;
}

/** Answers from memory what a page's token stands for, never more than a moment behind the registry; undefined for an unknown or revoked token. */
export function flightSettings({
  flights,
  captureSettings,
}: {
  flights: Pick<RegistryFlightAccess, 'byToken' | 'subscribe'>;
  captureSettings: Registry['captureSettings'];
}): (token: string) => Promise<FlightSettings | undefined> {
  let known = new Map<string, Promise<SettingsVersion | undefined>>();
  // A new map, so that a read from before the change cannot land in it.
  flights.subscribe(() => (known = new Map()));
  const newest = (flight: string) => {
    const here = known;
    const kept = here.get(flight);
    if (kept) return kept;
    const reading = captureSettings.newest(flight).then((answer) => (isRefusal(answer) ? undefined : answer));
    reading.catch(() => here.delete(flight));
    here.set(flight, reading);
    return reading;
  };
  return async (token) => {
    const gate = await flights.byToken(token);
    const settings = gate && (await newest(gate.flight));
    return gate && settings && { gate, newest: settings };
  };
}
