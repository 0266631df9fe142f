import type { Piece } from '../store/piece.ts';
import type { PartData } from './part-data.ts';

/** A file of an export, which grows part by part. */
export interface GrowingFile {
  path: string;
  /** What stands before all parts; rows too, where they belong to no session. */
  head: { bytes: Buffer } & WrittenPart;
  /** Has made what `part` writes, where the engine does that: those of other parts may be made at the same time. */
  ahead?(data: PartData): Promise<Piece>;
  /** Sessions' rows, written in the order they are given; with what `ahead` made. */
  part(data: PartData, at: PartPlace, made: Piece | undefined): Promise<WrittenPart>;
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
