import type { AreaMeasure } from '@sightline/protocol';
import { median } from '../heat/band-map.ts';
import type { AreaReading } from './area-reading.ts';

/** What many sessions' readings of one area come to. */
export function areaMeasure(readings: readonly AreaReading[]): Omit<AreaMeasure, 'area' | 'version' | 'name' | 'group' | 'views'> {
  const gaze = readings.flatMap((reading) => reading.gaze ?? []);
  return {
    sessions: readings.length,
    clicks: sum(readings.map(({ clicks }) => clicks)),
    sessionsClicked: readings.filter(({ clicks }) => clicks > 0).length,
    firstClickMs: median(readings.flatMap(({ firstClickMs = [] }) => firstClickMs)),
    hoverMs: mean(readings.flatMap(({ hoverMs = [] }) => hoverMs)),
    inViewMs: mean(readings.flatMap((reading) => reading.inViewMs ?? [])),
    gazeSessions: gaze.length,
    fixations: sum(gaze.map(({ fixations }) => fixations)),
    fixationsUnplaced: sum(readings.map(({ unplaced }) => unplaced)),
    dwellMs: mean(gaze.map(({ dwellMs }) => dwellMs)),
    dwellShare: mean(gaze.filter(({ pageMs }) => pageMs > 0).map(({ dwellMs, pageMs }) => dwellMs / pageMs)),
    firstFixationMs: median(gaze.flatMap(({ firstMs = [] }) => firstMs)),
    neverFixated: gaze.filter(({ fixations }) => fixations === 0).length,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const mean = (numbers: readonly number[]): number | null => (numbers.length > 0 ? sum(numbers) / numbers.length : null);
