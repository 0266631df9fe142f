import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { matchingSessions } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';

/** A session as an export goes through it. */
export interface SessionHead {
  session: string;
  sessionRef: string;
  startedAt: number;
  events: number;
}

/** `start`: by beginning. `id`: as the store keeps them, which reads every event once, however many there are. */
export type SessionOrder = 'start' | 'id';

export interface ExportHeadsQuery {
  filter: SessionFilter;
  /** Only this one. */
  session?: string | undefined;
  order: SessionOrder;
  /** The last one of the page before. */
  after?: Pick<SessionHead, 'session' | 'startedAt'> | undefined;
  limit: number;
}

/** The sessions that an export is about, page by page in its order. */
export const exportHeads = (
  { engine, now }: QuestionDeps,
  { filter, session, order, after, limit }: ExportHeadsQuery,
): Promise<SessionHead[]> => {
  const matching = matchingSessions(filter, now(), ['ref', 'startedAt', 'events']);
  const conditions = [...(session === undefined ? [] : ['session = {only:UUID}']), ...(after === undefined ? [] : [AFTER[order]])];
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return ask<SessionHead>(
    engine,
    `SELECT session, if(ref = '', toString(session), ref) AS sessionRef, startedAt, events
     FROM (SELECT session, ref, startedAt, events ${matching.from})
     ${where} ORDER BY ${ORDERS[order]} LIMIT {limit:UInt32}`,
    { ...matching.parameters, only: session, afterSession: after?.session, afterStart: after?.startedAt, limit },
  );
};

const ORDERS: Record<SessionOrder, string> = { start: 'startedAt, session', id: 'session' };
const AFTER: Record<SessionOrder, string> = {
  start: '(startedAt, session) > ({afterStart:Int64}, {afterSession:UUID})',
  id: 'session > {afterSession:UUID}',
};
