import type { Flight, Note } from '@sightline/protocol';
import type { Metric } from '@sightline/metrics';
import { definitionsOf } from '../jobs/measuring/definitions.ts';
import type { ParticipantRecord } from '../registry/participants.ts';
import type { Registry } from '../registry/registry.ts';
import { captureOf, type Capture } from './capture-of.ts';

/** What an export takes of a flight out of the registry. */
export async function ofFlight(
  registry: Pick<Registry, 'captureSettings' | 'measureSettings' | 'notes' | 'participants'>,
  flight: Flight,
): Promise<{
  capture: Capture;
  metrics: readonly Metric[];
  participants: readonly ParticipantRecord[];
  notes: ReadonlyMap<string, Note[]>;
}> {
  const notes = new Map<string, Note[]>();
  for (const note of await registry.notes.ofFlight(flight.id)) notes.set(note.session, [...(notes.get(note.session) ?? []), note]);
  const { definitions } = definitionsOf(await registry.measureSettings.of(flight.id));
  return {
    metrics: definitions.map(({ metric }) => metric),
    participants: await registry.participants.list(flight.id),
    capture: await captureOf(registry, flight),
    notes,
  };
}
