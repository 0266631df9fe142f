import type { Flight, Note } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';
import { captureOf, type Capture } from './capture-of.ts';

/** What an export takes of a flight out of the registry. */
export async function ofFlight(
  registry: Pick<Registry, 'captureSettings' | 'notes'>,
  flight: Flight,
): Promise<{ capture: Capture; notes: ReadonlyMap<string, Note[]> }> {
  const notes = new Map<string, Note[]>();
  for (const note of await registry.notes.ofFlight(flight.id)) notes.set(note.session, [...(notes.get(note.session) ?? []), note]);
  return { capture: await captureOf(registry, flight), notes };
}
