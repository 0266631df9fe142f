import { SessionPresence, PresenceSpell } from '../api/presence.ts';
import { SessionIdSchema, TabIdSchema } from '../ids.ts';
import { column, columnOf } from './column.ts';
import type { ExportTable } from './table.ts';

const source = columnOf('source', SessionPresence.properties.source);

/** Presence as intervals, what each tab was and when. */
export const presenceTable: ExportTable = {
  name: 'presence',
  meaning: 'One interval of one tab: what the tab was from one moment to another.',
  key: ['session', 'tab', 'from'],
  columns: [
    columnOf('session', SessionIdSchema),
    columnOf('tab', TabIdSchema),
    columnOf('state', PresenceSpell.properties.state, { meaning: 'What the tab was: `active` is focused too, `focused` is visible too.' }),
    column('from', 'instant', 'When it began, corrected.'),
    column('to', 'instant', 'When it ended.'),
    column('lengthMs', 'number', 'Its length, measured on the tab’s monotonic clock.', { unit: 'ms' }),
    columnOf('recovered', PresenceSpell.properties.recovered),
    source,
  ],
};

const length = (name: string, meaning: string) =>
  column(name, 'integer', `${meaning}; empty where nothing tells.`, { unit: 'ms', nullable: true });
const part = SessionPresence.properties.times.items.properties;

/** How long every part of a session was open, visible, focused and active. */
export const presenceTimesTable: ExportTable = {
  name: 'presence_times',
  meaning: 'How long one part of a session was open, visible, focused and active: once, however many tabs (unions, never sums).',
  key: ['session', 'scope', 'key'],
  columns: [
    columnOf('session', SessionIdSchema),
    columnOf('scope', part.scope),
    columnOf('key', part.key, {
      meaning:
        'Names the part: empty for the session, a tab, a page view, `field=value` of the application-specific data, or a named element.',
    }),
    length('openMs', 'Open'),
    length('visibleMs', 'Visible'),
    length('focusedMs', 'Focused'),
    length('activeMs', 'Active'),
    source,
  ],
};
