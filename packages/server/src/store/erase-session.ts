import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

/** Every table with a session's rows. The rollup goes last: while it is there, an interrupted erasure finds the session again. */
export const ERASED_TABLES = [
  'events',
  'landmarks',
  'recordings',
  'checkpoints',
  'refused',
  'asset_uses',
  'presence_times',
  'results',
  'measured',
  'derived',
  'derived_sessions',
  'tabs',
];

/** A file that another session refers to, too, is that session's. */
const UNUSED_ASSETS = `
  DELETE FROM assets WHERE flight = {flight:String}
    AND hash IN (SELECT hash FROM asset_uses WHERE flight = {flight:String} AND session = {session:UUID})
    AND hash NOT IN (SELECT hash FROM asset_uses WHERE flight = {flight:String} AND session != {session:UUID})`;

/**
 * Makes a session unreadable at once, in every table; its bytes go with the next merges. False where nothing of it was
 * stored. What is still in the spool comes back with its load: load first, then erase.
 */
export async function eraseSession({ engine }: QuestionDeps, key: SessionKey): Promise<boolean> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return false;
  await engine.use(async (client) => {
    await client.command({ query: UNUSED_ASSETS, query_params: { flight, session: key.session } });
    for (const table of ERASED_TABLES) {
      await client.command({
        query: `DELETE FROM ${table} WHERE flight = {flight:String} AND session = {session:UUID}`,
        query_params: { flight, session: key.session },
      });
    }
  });
  return true;
}
