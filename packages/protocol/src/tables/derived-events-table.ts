import { DerivedEvent } from '../api/derived.ts';
import { SessionIdSchema, TabIdSchema } from '../ids.ts';
import { column, columnOf, INSTANT_UNIT } from './column.ts';
import type { ExportTable } from './table.ts';

const { ordinal, type, name, at, url, details, metadata, derivedFrom, basis } = DerivedEvent.properties;

/** What rules would have logged, apart from what was recorded. */
export const derivedEventsTable: ExportTable = {
  name: 'derived_events',
  meaning: 'One event that a rule would have logged, had it been there; worked out afterwards, never among `events`.',
  key: ['session', 'at', 'derivedFrom', 'ordinal'],
  columns: [
    columnOf('session', SessionIdSchema),
    columnOf('tab', TabIdSchema),
    columnOf('derivedFrom', derivedFrom, { meaning: 'The rule in its newest version, `rule@version`; `flight.json` has the rules.' }),
    columnOf('ordinal', ordinal),
    columnOf('type', type, { meaning: 'Its type, as if it had been logged.' }),
    columnOf('name', name, { meaning: 'Its name, as the rule gives it.' }),
    columnOf('at', at, { kind: 'instant', unit: INSTANT_UNIT, meaning: 'When it happened, corrected as recorded events’ `at` is.' }),
    column('sinceSessionStartMs', 'integer', 'Time from the session’s first event to this one, on the corrected clock.', { unit: 'ms' }),
    columnOf('url', url, { meaning: 'Address of the page.' }),
    columnOf('details', details, { meaning: 'What the event says of itself; its fields depend on what the rule listens to.' }),
    columnOf('metadata', metadata, { meaning: 'What the rule’s sourcers found: a list of name and value.' }),
    columnOf('basis', basis),
  ],
};
