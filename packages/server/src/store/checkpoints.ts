import { ask } from './ask.ts';
import type { QuestionDeps, SessionOfFlight } from './question.ts';
import type { Checkpoint } from './save-checkpoints.ts';

/** A checkpoint without what it shows. */
export type CheckpointMark = Omit<Checkpoint, 'events' | 'views' | 'flight' | 'session'> & { isEnd: boolean; madeAt: number };

const OF_SESSION = 'flight = {flight:String} AND session = {session:UUID}';

const marks = (more: string): string =>
  `SELECT tab, place, chunks, at, offsetMs, size = 0 AS isEnd, madeAt${more} FROM checkpoints FINAL WHERE ${OF_SESSION} ORDER BY toString(tab), place`;

/** A session's checkpoints in order, lane by lane, without what they show. */
export const checkpointMarks = ({ engine }: QuestionDeps, { flight, session }: SessionOfFlight): Promise<CheckpointMark[]> =>
  ask<CheckpointMark>(engine, marks(''), { flight, session });

/** The same with the sizes and addresses since the checkpoint before, as a JSON array. */
export const checkpointViews = (
  { engine }: QuestionDeps,
  { flight, session }: SessionOfFlight,
): Promise<(CheckpointMark & Pick<Checkpoint, 'views'>)[]> => ask(engine, marks(', views'), { flight, session });

/** What one checkpoint shows, its rrweb events as JSON text; undefined where there is no such checkpoint any more. */
export async function checkpointEvents(
  { engine }: QuestionDeps,
  { flight, session, tab, place }: SessionOfFlight & Pick<Checkpoint, 'tab' | 'place'>,
): Promise<Pick<Checkpoint, 'events' | 'offsetMs'> | undefined> {
  const [row] = await ask<Pick<Checkpoint, 'events' | 'offsetMs'>>(
    engine,
    `SELECT events, offsetMs FROM checkpoints FINAL WHERE ${OF_SESSION} AND tab = {tab:UUID} AND place = {place:UInt64} AND size > 0`,
    { flight, session, tab, place },
  );
  return row;
}
