import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';
import { uuidList } from './uuid-list.ts';
import type { VisitsKey } from './visits.ts';

/** A visitor's session, and since when anything of it was here, on the server's clock. */
export interface VisitorSession {
  flight: string;
  session: string;
  visitor: string;
  at: number;
}

/** All sessions of visitors. */
export async function sessionsOfVisitors({ engine }: QuestionDeps, { flights, visitors }: VisitsKey): Promise<VisitorSession[]> {
  if (visitors.length === 0) return [];
  return ask<VisitorSession>(
    engine,
    `SELECT flight, session, max(tabs.visitor) AS visitor, min(firstReceivedAt) AS at FROM tabs
     WHERE flight IN {flights:Array(String)} AND session IN
       (SELECT session FROM tabs WHERE flight IN {flights:Array(String)} AND visitor IN (${uuidList(visitors)}))
     GROUP BY flight, session ORDER BY flight, session SETTINGS max_query_size = 16000000`,
    { flights: [...flights] },
  );
}
