import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';
import type { Checkpoint } from './save-checkpoints.ts';

/** A checkpoint without what it shows. */
export type CheckpointMark = Omit<Checkpoint, 'events' | 'views' | 'flight' | 'session'> & { isEnd: boolean };

interface SessionOfFlight {
  flight: string;
  session: string;
}

const OF_SESSION = 'flight = {flight:String} AND session = {session:UUID}';

/** A session's checkpoints in order, lane by lane, without what they show. */
export const checkpointMarks = ({ engine }: QuestionDeps, { flight, session }: SessionOfFlight): Promise<CheckpointMark[]> =>
  ask<CheckpointMark>(
    engine,
    `SELECT tab, place, chunks, at, offsetMs, empty(events) AS isEnd FROM checkpoints FINAL WHERE ${OF_SESSION} ORDER BY toString(tab), place`,
    { flight, session },
  );

/** The sizes and addresses of a session's checkpoints, as JSON arrays, in order, lane by lane. */
export const checkpointViews = (
  { engine }: QuestionDeps,
  { flight, session }: SessionOfFlight,
): Promise<Pick<Checkpoint, 'tab' | 'place' | 'views'>[]> =>
  ask(engine, `SELECT tab, place, views FROM checkpoints FINAL WHERE ${OF_SESSION} ORDER BY toString(tab), place`, { flight, session });

/** The rrweb events of one checkpoint as JSON text; undefined where there is no such checkpoint any more. */
export async function checkpointEvents(
  { engine }: QuestionDeps,
  { flight, session, tab, place }: SessionOfFlight & Pick<Checkpoint, 'tab' | 'place'>,
): Promise<string | undefined> {
  const [row] = await ask<{ events: string }>(
    engine,
    `SELECT events FROM checkpoints FINAL WHERE ${OF_SESSION} AND tab = {tab:UUID} AND place = {place:UInt64}`,
    { flight, session, tab, place },
  );
  return row?.events;
}
