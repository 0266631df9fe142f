const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Base64 of gzip's magic number and of `deflate`, its only method. */
const HEAD = 'H4sI';
/** Header and trailer of an empty file. */
const LEAST = 28;
/** gzip's last four bytes say how long the content is, in 8 characters of base64 at most. */
const TAIL = 8;

/** What base64 text lacks to be a gzip of at most so many bytes, as far as its two ends tell; it may still hold more than it says. */
export function gzipProblem(data: string, most: number): string | undefined {
  if (data.length < LEAST || data.length % 4 !== 0 || !BASE64.test(data)) return `base64, got ${JSON.stringify(data.slice(0, 40))}`;
  if (!data.startsWith(HEAD)) return `gzip as base64, which begins with ${HEAD}, got ${JSON.stringify(data.slice(0, 8))}`;
  const length = Buffer.from(data.slice(-TAIL), 'base64').subarray(-4).readUInt32LE();
  return length > most ? `the gzip of at most ${most} bytes, got ${length}` : undefined;
}
