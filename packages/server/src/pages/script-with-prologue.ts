import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The ways a script can travel, the smallest first. */
const ENCODINGS = {
  br: (text: Buffer) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gzip: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
  identity: async (text: Buffer) => text,
} as const;
export type ContentEncoding = keyof typeof ENCODINGS;

/** Enough for every flight of a large installation; each entry is some 10 kB. */
const KEPT = 500;

/** A script as it is sent, with the name of exactly these bytes. */
export interface SentScript {
  body: Buffer;
  etag: string;
}

/** Puts texts around scripts and compresses the whole, once for each text and encoding. */
export function scriptWithPrologue(read: (file: string) => Promise<string>) {
  const kept = new Map<string, Promise<SentScript>>();
  return (file: string, around: (script: string) => string, key: string, encoding: ContentEncoding): Promise<SentScript> => {
    const name = `${file} ${encoding} ${key}`;
    const found = kept.get(name);
    if (found) return found;
    const made = make(read, file, around, encoding);
    made.catch(() => kept.delete(name));
    kept.set(name, made);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}

async function make(
  read: (file: string) => Promise<string>,
  file: string,
  around: (script: string) => string,
  encoding: ContentEncoding,
): Promise<SentScript> {
  const text = Buffer.from(around(await read(file)));
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}-${encoding}"`;
  return { body: await ENCODINGS[encoding](text), etag };
}

/** The smallest way that a request's `Accept-Encoding` allows. */
export function encodingFor(accepted: string | undefined): ContentEncoding {
  const refused = new Set<string>();
  const taken = new Set<string>();
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', quality = ''] = part.split(';').map((piece) => piece.trim());
    (/^q=0(\.0*)?$/.test(quality) ? refused : taken).add(name);
  }
  if (taken.has('br')) return 'br';
  return taken.has('gzip') || (taken.has('*') && !refused.has('gzip')) ? 'gzip' : 'identity';
}
