import type { SessionFilter } from '@sightline/protocol';
import type { Parameters } from './ask.ts';
import { ofSessions } from './of-sessions.ts';

/** Parts of statements about events of a page. */
export interface HeatEvents {
  /**
   * What follows `SELECT …`: each event once. A copy that came again is of the same session, name and address, so it does no harm to leave out the other
   * events before copies are sorted out, and takes a fraction of the time.
   */
  from: string;
  /** The same with copies and of all sessions, for what no other tells of. */
  stored: string;
  /** Conditions on the page and on the session alone. */
  isPage: string;
  isChosen: string;
  parameters: Parameters;
}

/** Events of some names on a page, of the sessions that a filter means. */
export function heatEvents(filter: SessionFilter, path: string, names: readonly string[], at: number): HeatEvents {
  const sessions = ofSessions(filter, at);
  const isStart = path.endsWith('*');
  const named = names.length === 0 ? '1' : 'name IN {heatNames:Array(String)}';
  const isPage = isStart ? 'startsWith(page, {heatPage:String})' : 'page = {heatPage:String}';
  const events = (final: string) => `FROM events ${final}PREWHERE flight = {flight:String} AND ${named} AND ${isPage}`;
  return {
    from: `${events('FINAL ')} AND ${sessions.sql}`,
    stored: events(''),
    isPage,
    isChosen: sessions.sql,
    parameters: { ...sessions.parameters, heatPage: isStart ? path.slice(0, -1) : path, ...(names.length > 0 && { heatNames: names }) },
  };
}
