import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** The names of the files that a session's recording brought along. */
export async function assetHashes({ engine }: QuestionDeps, { flight, session }: { flight: string; session: string }): Promise<string[]> {
  const rows = await ask<{ hash: string }>(
    engine,
    'SELECT DISTINCT hash FROM asset_uses WHERE flight = {flight:String} AND session = {session:UUID} ORDER BY hash',
    { flight, session },
  );
  return rows.map(({ hash }) => hash);
}
