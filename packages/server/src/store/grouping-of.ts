import type { Parameters } from './ask.ts';
import { dataField, DEVICE } from './matching-sessions.ts';
import { STARTED_AT } from './session-columns.ts';

/** What whole sessions are put into groups by. */
export type SessionGroupBy =
  | { type: 'all' }
  | { type: 'field'; field: string }
  | { type: 'device' }
  | { type: 'day' }
  | { type: 'entryPage' };

/** The expression that gives a session's group, over its rows of `tabs`. */
export function groupingOf(by: SessionGroupBy): { key: string; values: Parameters } {
  if (by.type === 'field') return { key: dataField('{groupField:String}'), values: { groupField: by.field } };
  if (by.type === 'device') return { key: DEVICE, values: {} };
  if (by.type === 'day') return { key: `toString(toDate(fromUnixTimestamp64Milli(${STARTED_AT}, 'UTC')))`, values: {} };
  if (by.type === 'entryPage') return { key: 'path(min(entry).url)', values: {} };
  return { key: "''", values: {} };
}
