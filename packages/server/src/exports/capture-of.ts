import type { Flight, SettingsVersion } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';

/** What a flight was set to record, version by version, without anything that lets somebody in. */
export interface Capture {
  active: boolean;
  allowedOrigins: string[];
  acceptsUnsigned: boolean;
  createdAt: number;
  /** The newest first; sessions carry the hash of theirs. */
  settings: Omit<SettingsVersion, 'createdBy'>[];
}

/** Reads a flight's configuration for an export. Tokens and names of accounts stay here. */
export async function captureOf(registry: Pick<Registry, 'captureSettings'>, flight: Flight): Promise<Capture> {
  const versions = await registry.captureSettings.versions(flight.id);
  const { active, allowedOrigins, acceptsUnsigned, createdAt } = flight;
  return {
    active,
    allowedOrigins,
    acceptsUnsigned,
    createdAt,
    settings: 'refusal' in versions ? [] : versions.map(({ createdBy: _createdBy, ...version }) => version),
  };
}
