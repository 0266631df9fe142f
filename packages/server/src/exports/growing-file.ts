import type { PartData } from './part-data.ts';

/** A file of an export, which grows part by part. */
export interface GrowingFile {
  path: string;
  /** What stands before all parts; rows too, where they belong to no session. */
  head: { bytes: Buffer } & WrittenPart;
  /** Sessions' rows, written in the order they are given. */
  part(data: PartData, at: PartPlace): Promise<WrittenPart>;
  /** What stands after all parts. */
  tail(notes: readonly string[], rows: number): Buffer;
}

export interface PartPlace {
  /** Bytes that stand before the part. */
  offset: number;
  /** Rows that stand before it. */
  rows: number;
  write(bytes: Buffer): Promise<void>;
}

export interface WrittenPart {
  rows: number;
  /** What the tail needs to know of the part; kept over an interruption. */
  note?: string;
}
