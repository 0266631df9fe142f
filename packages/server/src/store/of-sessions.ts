import type { SessionFilter } from '@sightline/protocol';
import type { Parameters } from './ask.ts';
import { UNKNOWN } from './known-sessions.ts';
import { matchingSessions } from './matching-sessions.ts';

/**
 * A condition on rows with a `session` column, the session's id or what is worked out of it: that the filter means their session. Nothing is asked of
 * the sessions where it means all.
 */
export function ofSessions(
  filter: SessionFilter,
  at: number,
  { id = 'session', known = UNKNOWN } = {},
): { sql: string; parameters: Parameters } {
  if (meansAll(filter)) return { sql: '1', parameters: { flight: filter.flight } };
  const { from, parameters } = matchingSessions(filter, at, [], known);
  return { sql: `session IN (SELECT ${id} ${from})`, parameters };
}

/** Whether a filter means all sessions of its flight. */
export const meansAll = ({ flight: _flight, ...rest }: SessionFilter): boolean =>
  Object.values(rest).every((given) => given === undefined || (Array.isArray(given) && given.length === 0));
