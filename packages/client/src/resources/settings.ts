import type { BuilderGrant, NewSettings, SettingsVersion, SettingsVersions } from '@sightline/protocol';
import type { Caller } from '../caller.ts';

const id = encodeURIComponent;

/** What a flight records, version after version. */
export const settings = ({ get, send }: Caller) => ({
  settings: (flight: string, signal?: AbortSignal) => get<SettingsVersions>(`/flights/${id(flight)}/settings`, signal),
  openBuilder: (flight: string) => send<BuilderGrant>('POST', `/flights/${id(flight)}/builder`),
  saveSettings: (flight: string, change: NewSettings) => send<SettingsVersion>('PUT', `/flights/${id(flight)}/settings`, change),
});
