import { crc32 } from 'node:zlib';

/** A run of bytes in a segment. */
export interface ByteRange {
  from: number;
  to: number;
}

/** What a segment holds: frames whose JSON is whole, and every byte that belongs to none. */
export interface Scan {
  frames: FoundFrame[];
  bad: ByteRange[];
}

/** A frame with the place of its JSON; `closed` is false where the two bytes behind it were damaged. */
export interface FoundFrame extends ByteRange {
  json: ByteRange;
  closed: boolean;
}

/** Tells the frames of a segment from what was torn or damaged; each byte belongs to one range of the answer. */
export function scanFrames(bytes: Buffer): Scan {
  const frames: FoundFrame[] = [];
  const bad: ByteRange[] = [];
  for (let from = 0; from < bytes.length;) {
    const frame = frameAt(bytes, from);
    const to = frame?.to ?? nextLine(bytes, from);
    if (frame) frames.push(frame);
    else addBad(bad, { from, to });
    from = to;
  }
  return { frames, bad };
}

const CLOSE = 0x5d;
const LINE_FEED = 0x0a;
const HEAD = /^\["([0-9a-f]{8})",(\d{1,10}),/;
const HEAD_BYTES = 23;

function frameAt(bytes: Buffer, from: number): FoundFrame | undefined {
  const [head, checksum, length] = HEAD.exec(bytes.toString('latin1', from, from + HEAD_BYTES)) ?? [];
  if (head === undefined || checksum === undefined) return undefined;
  const json = { from: from + head.length, to: from + head.length + Number(length) };
  const to = json.to + 2;
  if (to > bytes.length || crc32(bytes.subarray(json.from, json.to)) !== Number.parseInt(checksum, 16)) return undefined;
  return { from, to, json, closed: bytes[json.to] === CLOSE && bytes[json.to + 1] === LINE_FEED };
}

/** JSON text holds no raw line feed: behind the next one a damaged segment can be read again. */
function nextLine(bytes: Buffer, from: number): number {
  const feed = bytes.indexOf(LINE_FEED, from);
  return feed === -1 ? bytes.length : feed + 1;
}

function addBad(bad: ByteRange[], range: ByteRange): void {
  const last = bad.at(-1);
  if (last?.to === range.from) last.to = range.to;
  else bad.push(range);
}
