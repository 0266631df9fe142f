import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** Chunks that a tab's tracker said it could not keep, both ends included. */
export interface ToldLoss {
  tab: string;
  from: number;
  to: number;
}

/** What the tracker itself told of chunks that will not come. */
export const toldLosses = ({ engine }: QuestionDeps, { flight, session }: { flight: string; session: string }): Promise<ToldLoss[]> =>
  ask<ToldLoss>(
    engine,
    `SELECT tab, lost.1 AS from, lost.2 AS to
     FROM events FINAL ARRAY JOIN JSONExtract(details, 'missing', 'Array(Tuple(\`from\` Int64, \`to\` Int64))') AS lost
     WHERE flight = {flight:String} AND session = {session:UUID} AND name = 'recordingChanged' AND lost.2 >= lost.1
     ORDER BY toString(tab), from`,
    { flight, session },
  );
