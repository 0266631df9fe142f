import { StoredEvent } from '../stored.ts';
import { column, columnOf, INSTANT_UNIT } from './column.ts';
import type { ExportTable } from './table.ts';

const { session, tab, sequence, type, name, at, wallAt, monotonicAt, epoch, receivedAt, pageView, url, dialect } = StoredEvent.properties;
const instant = { kind: 'instant', unit: INSTANT_UNIT } as const;

/** Everything that happened, an event a row. */
export const eventsTable: ExportTable = {
  name: 'events',
  meaning: 'One event: a click, a page view, or whatever else the page or a handler logged.',
  key: ['session', 'tab', 'sequence'],
  columns: [
    columnOf('session', session),
    columnOf('tab', tab),
    columnOf('sequence', sequence),
    columnOf('type', type),
    columnOf('name', name),
    columnOf('at', at, instant),
    column('sinceSessionStartMs', 'integer', 'Time from the session’s first event to this one, on the corrected clock.', { unit: 'ms' }),
    columnOf('wallAt', wallAt, instant),
    columnOf('monotonicAt', monotonicAt, { unit: 'ms' }),
    columnOf('epoch', epoch),
    columnOf('receivedAt', receivedAt, instant),
    column('offsetMs', 'number', 'How far the server’s clock was ahead of the page’s, as estimated: what makes `at` out of `wallAt`.', {
      unit: 'ms',
      nullable: true,
    }),
    column('offsetErrorMs', 'number', 'How wrong that estimate can be.', { unit: 'ms', nullable: true }),
    columnOf('pageView', pageView),
    columnOf('url', url),
    column(
      'path',
      'text',
      'The element it happened on, out of the details: its CSS path, else its name; empty where the details name none.',
    ),
    column('x', 'integer', 'Where it happened, out of the details: from the page’s left edge, else the viewport’s.', {
      unit: 'CSS px',
      nullable: true,
    }),
    column('y', 'integer', 'The same from the top edge.', { unit: 'CSS px', nullable: true }),
    column('details', 'json', 'What the event says of itself; its fields depend on `name`.'),
    column('metadata', 'json', 'What the handler’s sourcers found: a list of name and value.'),
    column('applicationSpecificData', 'json', 'The study’s own fields as they were when it happened.'),
    columnOf('dialect', dialect, { meaning: 'Which client sent it.' }),
  ],
};
