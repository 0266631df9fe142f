import { randomBytes } from 'node:crypto';

/** A file of frames that nobody writes to any more. */
export interface Segment {
  path: string;
  /** The file's name: unique for ever, so that a load which is repeated can be recognised. */
  token: string;
  bytes: number;
  /** When its first batch was taken, ms since 1970. */
  openedAt: number;
}

const NAME = /^(\d{12})-[0-9a-f]{12}\.spool$/;

/** A name that sorts by sequence; the random part keeps it unique should a data directory be put back from a copy. */
export const segmentName = (sequence: number): string => `${String(sequence).padStart(12, '0')}-${randomBytes(6).toString('hex')}.spool`;

/** The sequence in a segment's name, or undefined where the file is no segment. */
export function sequenceOf(name: string): number | undefined {
  const [, sequence] = NAME.exec(name) ?? [];
  return sequence === undefined ? undefined : Number(sequence);
}
