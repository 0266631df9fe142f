import type { AreaMeasure } from '@sightline/protocol';
import { text } from '../../text/text.ts';

/** A number of an area over sessions, as it is told everywhere. */
export interface AreaFigure {
  key: keyof typeof text.heat.areas.figures;
  /** Told of sessions with fixations on the page. */
  isOfGaze?: boolean;
  say(row: AreaMeasure): string;
}

const seconds = (ms: number | null): string => (ms === null ? NONE : `${text.heat.amount(ms / 1_000)} s`);
const share = (part: number, whole: number): string => (whole > 0 ? text.heat.percent(part / whole) : NONE);
const NONE = '–';

/** What is told of each area, clicks first, then view, then gaze. */
const AREA_FIGURES: readonly AreaFigure[] = [
  { key: 'clicks', say: ({ clicks }) => text.number(clicks) },
  { key: 'reach', say: ({ sessionsClicked, sessions }) => share(sessionsClicked, sessions) },
  { key: 'firstClick', say: ({ firstClickMs }) => seconds(firstClickMs) },
  { key: 'hover', say: ({ hoverMs }) => seconds(hoverMs) },
  { key: 'inView', say: ({ inViewMs }) => seconds(inViewMs) },
  { key: 'gazeSessions', isOfGaze: true, say: ({ gazeSessions }) => text.number(gazeSessions) },
  { key: 'fixations', isOfGaze: true, say: ({ fixations, gazeSessions }) => (gazeSessions > 0 ? text.number(fixations) : NONE) },
  { key: 'unplaced', isOfGaze: true, say: ({ fixationsUnplaced }) => (fixationsUnplaced > 0 ? text.number(fixationsUnplaced) : NONE) },
  { key: 'dwell', isOfGaze: true, say: ({ dwellMs }) => seconds(dwellMs) },
  { key: 'dwellShare', isOfGaze: true, say: ({ dwellShare }) => (dwellShare === null ? NONE : text.heat.percent(dwellShare)) },
  { key: 'firstFixation', isOfGaze: true, say: ({ firstFixationMs }) => seconds(firstFixationMs) },
  { key: 'never', isOfGaze: true, say: ({ neverFixated, gazeSessions }) => (gazeSessions > 0 ? text.number(neverFixated) : NONE) },
];

/** Whether somebody's gaze was recorded on the page. */
export const hasGaze = (rows: readonly AreaMeasure[]): boolean => rows.some(({ gazeSessions }) => gazeSessions > 0);

/** The figures that can be told: without any gaze, none of it. */
export const figuresFor = (rows: readonly AreaMeasure[]): readonly AreaFigure[] =>
  AREA_FIGURES.filter(({ isOfGaze }) => isOfGaze !== true || hasGaze(rows));
