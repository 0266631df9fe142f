import { StoredEvent } from '../stored.ts';
import { VisitorIdSchema } from '../ids.ts';
import { column, columnOf, INSTANT_UNIT } from './column.ts';
import type { ExportTable } from './table.ts';

const instant = { kind: 'instant', unit: INSTANT_UNIT } as const;
const TOLD: Readonly<Record<string, Parameters<typeof columnOf>[2]>> = {
  at: instant,
  wallAt: instant,
  receivedAt: instant,
  monotonicAt: { unit: 'ms' },
  details: { meaning: 'What the event says of itself; its fields depend on `name`.' },
  metadata: { meaning: 'What the handler’s sourcers found: a list of name and value.' },
  applicationSpecificData: { meaning: 'The study’s own fields as they were when it happened.' },
  dialect: { meaning: 'Which client sent it.' },
};

/** The lines of the JSONL export: an event with all that it takes to store it again elsewhere. */
export const jsonLinesTable: ExportTable = {
  name: 'events',
  meaning: 'One event, a JSON object a line; session by session, each in time order.',
  key: ['session', 'tab', 'sequence'],
  columns: [
    ...Object.entries(StoredEvent.properties).map(([name, schema]) => columnOf(name, schema, TOLD[name])),
    column('application', 'text', 'The application’s id.'),
    column('flight', 'text', 'The flight’s id.'),
    column('sessionRef', 'text', 'What the client called the session; equals `session` unless a foreign client made it up.'),
    columnOf('visitor', VisitorIdSchema, { nullable: true }),
    column('agent', 'text', 'User agent string.'),
    column('offsetMs', 'number', 'How far the server’s clock was ahead of the page’s, as estimated.', { unit: 'ms', nullable: true }),
    column('offsetErrorMs', 'number', 'How wrong that estimate can be.', { unit: 'ms', nullable: true }),
    column('extra', 'json', 'What a foreign client said beyond all these fields; mostly empty.'),
    column('sinceSessionStartMs', 'integer', 'Time from the session’s first event to this one, on the corrected clock.', { unit: 'ms' }),
  ],
};
