/** How wide each column of the session list is at least, and which takes what room is left. */
export const COLUMN_WIDTHS = {
  session: { px: 132 },
  startedAt: { px: 108 },
  lastAt: { px: 108 },
  durationMs: { px: 82 },
  openMs: { px: 78 },
  visibleMs: { px: 78 },
  activeMs: { px: 78 },
  events: { px: 70 },
  clicks: { px: 64 },
  pageViews: { px: 66 },
  tabs: { px: 58 },
  entryUrl: { px: 140, share: 0.7 },
  browser: { px: 148 },
  data: { px: 160, share: 1.6 },
} as const satisfies Record<string, { px: number; share?: number }>;

export type SessionColumnId = keyof typeof COLUMN_WIDTHS;
export const COLUMN_IDS = Object.keys(COLUMN_WIDTHS) as SessionColumnId[];

const PADDING_PX = 12;

/** What lays chosen columns out: the grid's columns, and what the list is wide at least. */
export function columnLayout(columns: readonly SessionColumnId[]): { template: string; leastPx: number } {
  const widths: { px: number; share?: number }[] = columns.map((id) => COLUMN_WIDTHS[id]);
  const parts = widths.map(({ px, share }) => (share === undefined ? `${px}px` : `minmax(${px}px, ${share}fr)`));
  // Where no column takes what is left, an empty one does, so that digits stay beside each other.
  const filled = widths.some(({ share }) => share !== undefined) ? parts : [...parts, '1fr'];
  return { template: filled.join(' '), leastPx: widths.reduce((sum, { px }) => sum + px, PADDING_PX) };
}
