import { METRICS } from '@sightline/metrics';
import { expect, test } from 'vitest';
import { unitOfCell } from './unit-of-cell.ts';

test.each([
  ['clicks', '', 3, 'count'],
  ['gaze_areas', 'dwellMs', 80, 'ms'],
  ['gaze_areas', 'fixations', 3, 'count'],
  ['gaze_areas', 'share', 0.5, 'share'],
  ['gaze_areas', 'area', 'price', ''],
  ['gaze_first_fixation', 'censored', true, 'yes/no'],
  ['gaze_first_fixation', 'observedMs', 5, 'ms'],
  ['page_dwell_wall', 'at', 1_790_000_000_000, 'ms since 1970'],
  ['mouse_trajectories', 'auc', 5, 'px²'],
])('%s, %s: %s is told in %j', (name, field, value, unit) => {
  const metric = METRICS.find((one) => one.name === name);
  expect(metric && unitOfCell(metric)(field, value)).toBe(unit);
});
