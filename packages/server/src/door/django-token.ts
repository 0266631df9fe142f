import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { parseJson } from './parse-json.ts';

/** The ids inside a token of a LogUI server (Django's `signing.dumps`), if its signature is right. */
export function readDjangoToken(token: string, secret: string): { application: string; flight: string } | undefined {
  const [payload, stamp, signature] = token.split(':');
  if (payload === undefined || stamp === undefined || signature === undefined || token.split(':').length !== 3) return undefined;
  const key = createHash('sha256').update(`django.core.signingsigner${secret}`).digest();
  const expected = createHmac('sha256', key).update(`${payload}:${stamp}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const ids = parseJson(Buffer.from(payload, 'base64url').toString());
  if (typeof ids !== 'object' || ids === null || !('type' in ids) || ids.type !== 'logUI-authorisation-object') return undefined;
  if (!('applicationID' in ids && 'flightID' in ids)) return undefined;
  return { application: String(ids.applicationID), flight: String(ids.flightID) };
}
