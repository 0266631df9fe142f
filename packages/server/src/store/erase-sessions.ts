import { chunksOf } from './chunks-of.ts';
import { markErased } from './mark-erased.ts';
import type { QuestionDeps } from './question.ts';
import type { SessionsOfFlight } from './sessions-of-flight.ts';

/** The tables whose `session` is a hash of the id. */
export const HASHED_TABLES = ['places', 'readings'];

/** Every other table with a session's rows. The rollup goes last: while it is there, an interrupted erasure finds the session again. */
export const ERASED_TABLES = [
  'events',
  'complaints',
  'recordings',
  'checkpoints',
  'refused',
  'asset_uses',
  'presence_times',
  'results',
  'measured',
  'derived',
  'derived_sessions',
  'sessions',
  'tabs',
  // Once more: until then they may have been folded again (`fold-sessions.ts`).
  'sessions',
];

const OF_SESSIONS = 'flight = {flight:String} AND session IN {sessions:Array(UUID)}';

const OF_HASHED_SESSIONS = 'flight = {flight:String} AND session IN (SELECT sipHash64(arrayJoin({sessions:Array(UUID)})))';

/** A file that another session refers to, too, is that session's. */
const UNUSED_ASSETS = `
  DELETE FROM assets WHERE flight = {flight:String}
    AND hash IN (SELECT hash FROM asset_uses WHERE ${OF_SESSIONS})
    AND hash NOT IN (SELECT hash FROM asset_uses WHERE flight = {flight:String} AND session NOT IN {sessions:Array(UUID)})`;

/**
 * Makes sessions unreadable at once, in every table; their bytes go with the next merges. What is loaded of them from then on is
 * left out; what is being loaded at this moment is not: mark them as erased and load what waits, then erase.
 */
export async function eraseSessions(deps: QuestionDeps, { flight, sessions }: SessionsOfFlight): Promise<void> {
  await markErased(deps, { flight, sessions });
  await deps.engine.use(async (client) => {
    for (const some of chunksOf(sessions)) {
      const query_params = { flight, sessions: some };
      await client.command({ query: UNUSED_ASSETS, query_params });
      for (const table of HASHED_TABLES) await client.command({ query: `DELETE FROM ${table} WHERE ${OF_HASHED_SESSIONS}`, query_params });
      for (const table of ERASED_TABLES) await client.command({ query: `DELETE FROM ${table} WHERE ${OF_SESSIONS}`, query_params });
    }
  });
}
