import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** A file that recordings refer to. */
export interface StoredAsset {
  contentType: string;
  url: string;
  /** Of `body`: gzip, or as it is. */
  encoding: 'gzip' | '';
  body: Buffer;
}

/** A flight's file by its hash; undefined where the flight has none such. */
export async function asset(
  { engine }: QuestionDeps,
  { flight, hash }: { flight: string; hash: string },
): Promise<StoredAsset | undefined> {
  const [row] = await ask<Omit<StoredAsset, 'body'> & { body: string }>(
    engine,
    `SELECT contentType, url, encoding, base64Encode(body) AS body FROM assets
     WHERE flight = {flight:String} AND hash = {hash:String} ORDER BY arrival LIMIT 1`,
    { flight, hash },
  );
  return row && { ...row, body: Buffer.from(row.body, 'base64') };
}
