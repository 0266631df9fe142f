/** Which rows are chosen: those from where choosing began to where it stands now. */
export interface ChosenRows {
  /** Where the keyboard is. */
  active: number;
  /** Where choosing several began. */
  anchor: number;
}

/** How every list begins. */
export const AT_FIRST: ChosenRows = { active: 0, anchor: 0 };

/** From the first to the last row that is chosen. */
export const spanOf = ({ active, anchor }: ChosenRows): { first: number; last: number } => ({
  first: Math.min(active, anchor),
  last: Math.max(active, anchor),
});

/** Whether a row is among those chosen. */
export function isChosen(rows: ChosenRows, index: number): boolean {
  const { first, last } = spanOf(rows);
  return first <= index && index <= last;
}
