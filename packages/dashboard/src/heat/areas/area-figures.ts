import type { AreaMeasure } from '@sightline/protocol';
import { text } from '../../text/text.ts';

/** A number of an area over sessions, as it is told everywhere. */
export interface AreaFigure {
  key: keyof typeof text.heat.areas.figures;
  say(row: AreaMeasure): string;
}

const seconds = (ms: number | null): string => (ms === null ? NONE : `${text.heat.amount(ms / 1_000)} s`);
const share = (part: number, whole: number): string => (whole > 0 ? text.heat.percent(part / whole) : NONE);
const NONE = '–';

/** What is told of each area, clicks first, then view, then gaze. */
export const AREA_FIGURES: readonly AreaFigure[] = [
  { key: 'clicks', say: ({ clicks }) => text.number(clicks) },
  { key: 'reach', say: ({ sessionsClicked, sessions }) => share(sessionsClicked, sessions) },
  { key: 'firstClick', say: ({ firstClickMs }) => seconds(firstClickMs) },
  { key: 'hover', say: ({ hoverMs }) => seconds(hoverMs) },
  { key: 'inView', say: ({ inViewMs }) => seconds(inViewMs) },
  { key: 'gazeSessions', say: ({ gazeSessions }) => text.number(gazeSessions) },
  { key: 'fixations', say: ({ fixations, gazeSessions }) => (gazeSessions > 0 ? text.number(fixations) : NONE) },
  { key: 'unplaced', say: ({ fixationsUnplaced }) => (fixationsUnplaced > 0 ? text.number(fixationsUnplaced) : NONE) },
  { key: 'dwell', say: ({ dwellMs }) => seconds(dwellMs) },
  { key: 'dwellShare', say: ({ dwellShare }) => (dwellShare === null ? NONE : text.heat.percent(dwellShare)) },
  { key: 'firstFixation', say: ({ firstFixationMs }) => seconds(firstFixationMs) },
  { key: 'never', say: ({ neverFixated, gazeSessions }) => (gazeSessions > 0 ? text.number(neverFixated) : NONE) },
];
