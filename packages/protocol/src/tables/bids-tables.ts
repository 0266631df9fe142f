import { VisitorIdSchema } from '../ids.ts';
import { column, columnOf } from './column.ts';
import { eventsTable } from './events-table.ts';
import type { ExportTable } from './table.ts';

/** Columns that BIDS has its own names for, or that the file's name tells. */
const TOLD_OTHERWISE: ReadonlySet<string> = new Set(['session', 'name', 'sinceSessionStartMs']);

/** One session's events as BIDS wants them: onset and duration in seconds first. */
export const bidsEventsTable: ExportTable = {
  name: 'events',
  meaning: 'One event of the session that the file is about.',
  key: ['tab', 'sequence'],
  columns: [
    column('onset', 'number', 'Time from the session’s first event, on the corrected clock.', { unit: 's' }),
    column('duration', 'number', 'How long it lasted, where it says so.', { unit: 's', nullable: true }),
    column('trial_type', 'text', 'What happened: `click`, `pageView`, or the page’s own name.'),
    ...eventsTable.columns.filter(({ name }) => !TOLD_OTHERWISE.has(name)),
  ],
};

/** Who took part: browser profiles, as a participant is known by what the study calls them only in `data.` columns. */
export const bidsParticipantsTable: ExportTable = {
  name: 'participants',
  meaning: 'One browser profile, or one session where the client told of none.',
  key: ['participant_id'],
  columns: [
    column('participant_id', 'text', '`sub-` and the visitor’s id without hyphens; the session’s id where there is no visitor.'),
    columnOf('visitor', VisitorIdSchema, { nullable: true }),
    column('sessions', 'integer', 'Sessions in this data set.', { unit: 'count' }),
  ],
  more: 'A column `data.<field>` for each of the study’s own fields: its value at the end of the last session.',
};
