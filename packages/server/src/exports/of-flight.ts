import type { Area, DerivedRule, Flight, Note } from '@sightline/protocol';
import type { Metric } from '@sightline/metrics';
import { definitionsOf } from '../jobs/measuring/definitions.ts';
import type { ParticipantRecord } from '../registry/participant-record.ts';
import type { Registry } from '../registry/registry.ts';
import { captureOf, type Capture } from './capture-of.ts';

/** A rule in its newest version, as exports tell it. */
export type ExportedRule = Pick<DerivedRule, 'id' | 'version' | 'rule'>;

/** What an export takes of a flight out of the registry. */
export async function ofFlight(
  registry: Pick<Registry, 'captureSettings' | 'measureSettings' | 'notes' | 'participants' | 'areas' | 'derivedRules'>,
  flight: Flight,
): Promise<{
  capture: Capture;
  metrics: readonly Metric[];
  participants: readonly ParticipantRecord[];
  notes: ReadonlyMap<string, Note[]>;
  rules: readonly ExportedRule[];
  areas: readonly Area[];
}> {
  const notes = new Map<string, Note[]>();
  for (const note of await registry.notes.ofFlight(flight.id)) notes.set(note.session, [...(notes.get(note.session) ?? []), note]);
  const { definitions } = definitionsOf(await registry.measureSettings.of(flight.id));
  return {
    metrics: definitions.map(({ metric }) => metric),
    participants: await registry.participants.list(flight.id),
    capture: await captureOf(registry, flight),
    notes,
    rules: (await registry.derivedRules.ofFlight(flight.id)).map(({ id, version, rule }) => ({ id, version, rule })),
    areas: await registry.areas.ofFlight(flight.id),
  };
}
