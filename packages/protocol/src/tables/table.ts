import type { Column } from './column.ts';

/** A table that an export can hold: what a row is, and its columns in order. */
export interface ExportTable {
  /** The file's name without its ending. */
  name: string;
  /** What one row is. */
  meaning: string;
  /** The columns that tell rows apart; rows stand in their order. */
  key: readonly string[];
  columns: readonly Column[];
  /** Columns that depend on the flight, on top of those above: the study's own fields, the metrics. */
  more?: string;
}
