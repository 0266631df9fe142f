import { givenNumber } from './given.ts';
import { countOf } from './quality/count-of.ts';

/**
 * Events that the page could not keep.
 *
 * The outbox says that it dropped 12 → 12.
 */
export const droppedEvents = countOf(
  {
    name: 'dropped_events',
    title: 'Dropped events',
    definition:
      'Number of events that the tracker says it could not keep. What was sent and did not arrive is told by the session’s completeness.',
    source: 'Sightline’s outbox.',
    example: { events: [[0, 'outboxChanged', { storage: 'memory', reason: 'the disk is full', dropped: 12 }]], value: 12 },
    sees: { outboxChanged: ['dropped'] },
  },
  ({ details }) => Math.max(0, givenNumber(details, 'dropped') ?? 0),
);
