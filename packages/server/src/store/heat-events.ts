import type { SessionFilter } from '@sightline/protocol';
import type { Parameters } from './ask.ts';
import { ofSessions } from './of-sessions.ts';

/**
 * What follows `SELECT …`: events of some names on a page, each once. A copy that came again has the same name and address, so it does
 * no harm to leave out the other events before copies are sorted out, and takes a fraction of the time.
 */
export function heatEvents(
  filter: SessionFilter,
  path: string,
  names: readonly string[],
  at: number,
): { from: string; parameters: Parameters } {
  const sessions = ofSessions(filter, at);
  const isStart = path.endsWith('*');
  const named = names.length === 0 ? '1' : 'name IN {heatNames:Array(String)}';
  return {
    from: `FROM events FINAL
      PREWHERE flight = {flight:String} AND ${named} AND ${isStart ? 'startsWith(page, {heatPage:String})' : 'page = {heatPage:String}'}
      WHERE ${sessions.sql}`,
    parameters: { ...sessions.parameters, heatPage: isStart ? path.slice(0, -1) : path, ...(names.length > 0 && { heatNames: names }) },
  };
}
