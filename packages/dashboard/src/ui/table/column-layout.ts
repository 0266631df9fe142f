import type { Column } from './column.ts';

/** Widths that somebody gave columns, in pixels by the column's id. */
export type ColumnWidths = Readonly<Record<string, number>>;

type Laid = Pick<Column<never>, 'id' | 'numeric' | 'px' | 'wide' | 'from'>;

export const LEAST_PX = 48;
export const MOST_PX = 1_200;
const NUMBER_PX = 88;
const TEXT_PX = 132;
const SHARING_PX = 160;
const PADDING_PX = 12;

/** The columns that a table of some width shows: those chosen, or as many as there is room for; those wanted only in the widest tables go first. */
export function shownColumns<Each extends Laid>(columns: readonly Each[], width: number, chosen: readonly string[] | undefined): Each[] {
  if (chosen) return columns.filter(({ id }) => chosen.includes(id));
  const shown = columns.filter(({ from = 0 }) => width >= from);
  while (columnLayout(shown, {}).leastPx > width) {
    const first = Math.max(...shown.map(({ from = 0 }) => from));
    if (first <= 0) break;
    shown.splice(
      shown.findLastIndex(({ from }) => from === first),
      1,
    );
  }
  return shown;
}

/** What lays the columns out: the grid's columns, and what the table is wide at least. */
export function columnLayout(columns: readonly Laid[], widths: ColumnWidths): { template: string; leastPx: number } {
  const parts = columns.map((column) => {
    const given = widths[column.id];
    return given === undefined && column.wide !== undefined
      ? `minmax(${leastOf(column)}px, ${Number(column.wide)}fr)`
      : `${given ?? leastOf(column)}px`;
  });
  const isFilled = columns.some(({ id, wide }) => wide !== undefined && widths[id] === undefined);
  return {
    // Where no column takes what is left, an empty one does, so that digits stay beside each other.
    template: (isFilled ? parts : [...parts, '1fr']).join(' '),
    leastPx: columns.reduce((sum, column) => sum + (widths[column.id] ?? leastOf(column)), PADDING_PX),
  };
}

/** A width as it may be given: whole pixels between what can still be grasped and what still makes sense. */
export const clampedPx = (px: number): number => Math.round(Math.min(MOST_PX, Math.max(LEAST_PX, px)));

const leastOf = ({ px, wide, numeric }: Laid): number => px ?? (numeric ? NUMBER_PX : wide === undefined ? TEXT_PX : SHARING_PX);
