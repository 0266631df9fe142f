import type { Parameters } from './ask.ts';
import { dataField, DEVICE } from './matching-sessions.ts';
import type { SessionColumn } from './session-table.ts';

/** What whole sessions are put into groups by. */
export type SessionGroupBy =
  | { type: 'all' }
  | { type: 'field'; field: string }
  | { type: 'device' }
  | { type: 'day' }
  | { type: 'entryPage' };

/** The expression that gives a session's group, and the columns it looks at. */
export function groupingOf(by: SessionGroupBy): { key: string; values: Parameters; of: SessionColumn[] } {
  if (by.type === 'field') return { key: dataField('{groupField:String}'), values: { groupField: by.field }, of: ['data'] };
  if (by.type === 'device') return { key: DEVICE, values: {}, of: ['agent'] };
  if (by.type === 'day') return { key: `toString(toDate(fromUnixTimestamp64Milli(startedAt, 'UTC')))`, values: {}, of: ['startedAt'] };
  if (by.type === 'entryPage') return { key: 'path(entryUrl)', values: {}, of: ['entryUrl'] };
  return { key: "''", values: {}, of: [] };
}
