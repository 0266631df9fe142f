import { expect, test } from 'vitest';
import { amountTitle } from './amount-title.ts';

test.each([
  ['clicks@1', 'Clicks', '', 'Clicks'],
  ['page_dwell_visible@1', 'Page dwell (visible)', 'dwellMs', 'Page dwell (visible)'],
  ['rage_bursts@1', 'Rage episodes, one by one', 'durationMs', 'Rage episodes, one by one: duration'],
  ['rage_bursts@1', 'Rage episodes, one by one', 'rows', 'Rage episodes, one by one: number of rows'],
  ['mouse_trajectories@1', 'Mouse trajectories', 'xFlips', 'Mouse trajectories: x flips'],
  ['mouse_trajectories@1', 'Mouse trajectories', 'mad', 'Mouse trajectories: MAD'],
])('%s %s %s is called %s', (metric, title, amount, called) => {
  expect(amountTitle({ metric, title, amount })).toBe(called);
});
