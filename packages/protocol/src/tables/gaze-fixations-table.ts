import { StoredEvent } from '../stored.ts';
import { column, columnOf, INSTANT_UNIT } from './column.ts';
import type { ExportTable } from './table.ts';

const { session, tab, sequence, at, pageView, url } = StoredEvent.properties;

/** The gaze as fixations, a row each. */
export const gazeFixationsTable: ExportTable = {
  name: 'gaze_fixations',
  meaning: 'One fixation: an event named `gaze_fixation`.',
  key: ['session', 'tab', 'sequence'],
  columns: [
    columnOf('session', session),
    columnOf('tab', tab),
    columnOf('sequence', sequence),
    columnOf('at', at, { kind: 'instant', unit: INSTANT_UNIT }),
    column('sinceSessionStartMs', 'integer', 'Time from the session’s first event to this one, on the corrected clock.', { unit: 'ms' }),
    column('durationMs', 'number', 'How long it lasted; empty where the tracker did not say.', { unit: 'ms', nullable: true }),
    column('element', 'text', 'Name or id of the element looked at; empty where the tracker did not say.'),
    column('x', 'integer', 'From the page’s left edge, else the viewport’s; empty where not told.', { unit: 'CSS px', nullable: true }),
    column('y', 'integer', 'The same from the top edge.', { unit: 'CSS px', nullable: true }),
    columnOf('pageView', pageView),
    columnOf('url', url),
  ],
};
