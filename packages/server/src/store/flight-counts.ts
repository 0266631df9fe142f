import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

export interface FlightCount {
  flight: string;
  sessions: number;
  events: number;
  lastEventAt: number;
}

/** Sessions and events of every flight that has any. */
export const flightCounts = ({ engine }: QuestionDeps): Promise<FlightCount[]> =>
  ask<FlightCount>(
    engine,
    `SELECT flight, uniqExact(session) AS sessions, sum(eventCount) AS events, max(lastReceivedAt) AS lastEventAt FROM
      (SELECT flight, session, tab, groupBitmapMerge(stored) AS eventCount, max(lastReceivedAt) AS lastReceivedAt FROM tabs GROUP BY flight, session, tab)
     GROUP BY flight ORDER BY flight`,
  );
