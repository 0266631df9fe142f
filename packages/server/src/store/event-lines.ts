import { askOneByOne } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** What a list says of one event. */
export interface EventLine {
  at: number;
  tab: string;
  name: string;
  /** The element, the message or the title it is about; else the page's address. */
  says: string;
}

const CHARACTERS = 200;

/** A session's events in time order, a line for each, as they come. */
export const eventLines = (
  { engine }: QuestionDeps,
  { flight, session }: { flight: string; session: string },
): AsyncGenerator<EventLine, void> =>
  askOneByOne<EventLine>(
    engine,
    `SELECT at, tab, name, substringUTF8(multiIf(path != '', path, message != '', message, title != '', title, url), 1, ${CHARACTERS}) AS says
     FROM (
       SELECT at, tab, sequence, name, url, path, JSONExtractString(details, 'message') AS message, JSONExtractString(details, 'title') AS title
       FROM events FINAL WHERE flight = {flight:String} AND session = {session:UUID}
     ) ORDER BY at, toString(tab), sequence`,
    { flight, session },
  );
