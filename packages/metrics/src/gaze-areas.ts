import { fixations, GAZE_DEFAULTS, GAZE_PRESETS, GAZE_SEES, type GazeRule } from './gaze/fixations.ts';
import { visits } from './gaze/visits.ts';
import type { Metric } from './metric.ts';

/** How one area was looked at. */
export interface GazeArea {
  area: string;
  fixations: number;
  dwellMs: number;
  share: number;
  firstFixationMs: number;
  visits: number;
  revisits: number;
}

/**
 * Dwell, share, fixations and visits of each area that was looked at.
 *
 * title 100 ms, price 300 ms, title 100 ms → title: 200 ms, 0.4, 2 visits, 1 revisit.
 */
export const gazeAreas: Metric<GazeArea[], GazeRule & { bridgeMs: number }> = {
  name: 'gaze_areas',
  version: 1,
  title: 'Gaze by area',
  group: 'gaze',
  unit: 'ms',
  definition:
    'For each area with a fixation: number of fixations, dwell (sum of their durations), share of the time of all fixations, duration of the first one, visits (maximal runs of successive fixations in it; one fixation outside of all areas that is shorter than `bridgeMs` does not end a run) and revisits (visits after the first).',
  columns: {
    area: 'name of the element',
    fixations: 'fixations in it',
    dwellMs: 'sum of their durations, ms',
    share: 'dwell by the time of all fixations, those outside of areas included, 0 to 1',
    firstFixationMs: 'duration of the first, ms',
    visits: 'maximal runs of fixations in it',
    revisits: 'visits after the first',
  },
  source: 'Standard eye-tracking measures over fixations; the share is of valid gaze time, not of the trial.',
  parameters: { ...GAZE_DEFAULTS, bridgeMs: 0 },
  presets: GAZE_PRESETS,
  example: {
    events: [
      [0, 'gaze_fixation', { element: 'title', duration_ms: 100 }],
      [150, 'gaze_fixation', { element: 'price', duration_ms: 300 }],
      [500, 'gaze_fixation', { element: 'title', duration_ms: 100 }],
    ],
    value: [
      { area: 'price', fixations: 1, dwellMs: 300, share: 0.6, firstFixationMs: 300, visits: 1, revisits: 0 },
      { area: 'title', fixations: 2, dwellMs: 200, share: 0.4, firstFixationMs: 100, visits: 2, revisits: 1 },
    ],
  },
  sees: GAZE_SEES,
  ends: false,
  begin(rule) {
    const { see, all } = fixations(rule);
    return {
      see,
      value() {
        const areas = new Map<string, GazeArea>();
        const known = all();
        const total = known.reduce((sum, { ms }) => sum + ms, 0);
        for (const { area, ms } of known) {
          if (area === null) continue;
          const before = areas.get(area) ?? { area, fixations: 0, dwellMs: 0, share: 0, firstFixationMs: ms, visits: 0, revisits: 0 };
          const dwellMs = before.dwellMs + ms;
          areas.set(area, { ...before, fixations: before.fixations + 1, dwellMs, share: total > 0 ? dwellMs / total : 0 });
        }
        for (const area of visits(known, rule.bridgeMs)) {
          const visited = areas.get(area);
          if (visited) areas.set(area, { ...visited, visits: visited.visits + 1, revisits: visited.visits });
        }
        return [...areas.values()].toSorted((a, b) => b.dwellMs - a.dwellMs);
      },
    };
  },
};
