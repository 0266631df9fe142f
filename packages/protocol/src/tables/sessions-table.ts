import { SessionDetail, SessionSummary } from '../api/sessions.ts';
import { SessionIdSchema, VisitorIdSchema } from '../ids.ts';
import { column, columnOf } from './column.ts';
import type { ExportTable } from './table.ts';

const { ref, entryUrl, agent, dialect } = SessionSummary.properties;
const count = { unit: 'count' };

/** The sessions, a row each; the study's own fields follow as columns of their own. */
export const sessionsTable: ExportTable = {
  name: 'sessions',
  meaning: 'One session: one visit, whatever its number of tabs, with what is known of it as a whole.',
  key: ['session'],
  columns: [
    columnOf('session', SessionIdSchema),
    columnOf('ref', ref),
    columnOf('visitor', VisitorIdSchema, { nullable: true }),
    column('startedAt', 'instant', 'When its first event happened.'),
    column('lastAt', 'instant', 'When its last event happened.'),
    column(
      'durationMs',
      'integer',
      'From the first event to the last. Times of presence count from when a page came, a moment before, and can be longer.',
      { unit: 'ms' },
    ),
    column('events', 'integer', 'Events that are stored, each once.', count),
    column('clicks', 'integer', 'Events named `click`.', count),
    column('pageViews', 'integer', 'Events named `pageView`.', count),
    column('tabs', 'integer', 'Tabs that sent something.', count),
    columnOf('expected', SessionDetail.properties.completeness.properties.expected, {
      unit: 'count',
      meaning: 'Events its tabs numbered; empty where the client does not number them.',
    }),
    column('missing', 'integer', 'Events that were numbered and never came; empty where the client does not number them.', {
      unit: 'count',
      nullable: true,
    }),
    column('refused', 'integer', 'Events that came, could not be read, and are kept aside.', count),
    columnOf('entryUrl', entryUrl, { meaning: 'Address of the first page; empty where unknown.' }),
    columnOf('agent', agent),
    column('device', 'text', 'What the user agent speaks of.', { values: ['desktop', 'tablet', 'phone'] }),
    columnOf('dialect', dialect, { meaning: 'Which client sent it.' }),
    column('applicationSpecificData', 'json', 'The study’s own fields as they were at the end of the session.'),
  ],
  more: 'A column `data.<field>` for each of the study’s own fields: its value at the end of the session; texts as they are, all else as JSON.',
};
