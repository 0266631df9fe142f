import type { SessionFilter } from '@sightline/protocol';
import type { Parameters } from './ask.ts';
import { UNKNOWN } from './known-sessions.ts';
import { matchingSessions } from './matching-sessions.ts';

/** A condition on rows with a `session` column: that the filter means their session. Nothing is asked of the tabs where it means all. */
export function ofSessions(filter: SessionFilter, at: number, known = UNKNOWN): { sql: string; parameters: Parameters } {
  const { flight, ...rest } = filter;
  if (Object.values(rest).every((given) => given === undefined || (Array.isArray(given) && given.length === 0)))
    return { sql: '1', parameters: { flight } };
  const { from, parameters } = matchingSessions(filter, at, [], known);
  return { sql: `session IN (SELECT session ${from})`, parameters };
}
