import type { ReactNode } from 'react';

/** A column: its heading, what stands in a row, and the same as plain text for the clipboard. */
export interface Column<Row> {
  id: string;
  title: string;
  /** What it says, where its title leaves that open. */
  meaning?: string;
  cell: (row: Row) => ReactNode;
  copied: (row: Row) => string | number;
  /** Numbers and times stand to the right, so that digits are under digits. */
  numeric?: boolean;
  /** How wide it is, at least where it is also given a share. */
  px?: number;
  /** Takes of the room that is left: as much as others that do, or its share. */
  wide?: true | number;
  /** Only where the table is as wide as this. */
  from?: number;
}

/** By what a table is sorted, and may be. */
export interface Sort {
  /** Ids of the columns that can be sorted by. */
  by: readonly string[];
  now: { id: string; descending: boolean };
  onSort: (id: string) => void;
}

/** A column's order as ARIA names it; undefined where it cannot be sorted by. */
export function sortOf(id: string, sort: Sort | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (!sort?.by.includes(id)) return undefined;
  if (sort.now.id !== id) return 'none';
  return sort.now.descending ? 'descending' : 'ascending';
}
