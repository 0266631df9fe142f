import { expect, test } from 'vitest';
import { participantState } from './participant-state.ts';

const MINUTE = 60_000;
const someone = { state: 'invited' as const, startedAt: null, completedAt: null, lastAt: null };

test.each([
  ['nobody saw them', {}, 0, 'invited'],
  ['they just entered', { startedAt: 0 }, 0, 'started'],
  ['silent for exactly 30 minutes', { startedAt: 0 }, 30 * MINUTE, 'started'],
  ['silent for longer', { startedAt: 0 }, 30 * MINUTE + 1, 'dropped'],
  ['an event came later', { state: 'dropped' as const, startedAt: 0, lastAt: 20 * MINUTE }, 31 * MINUTE, 'started'],
  ['their event says done', { state: 'started' as const, startedAt: 0, completedAt: 5 }, 99 * MINUTE, 'completed'],
  ['seen without the link', { lastAt: 5 }, 6, 'started'],
  ['excluded', { state: 'excluded' as const, startedAt: 0, completedAt: 5 }, 6, 'excluded'],
  ['withdrawn', { state: 'withdrawn' as const, startedAt: 0 }, 6, 'withdrawn'],
  ['declined', { state: 'declined' as const }, 6, 'declined'],
])('%s', (_, known, now, state) => {
  expect(participantState({ ...someone, ...known }, 30, now)).toBe(state);
});
