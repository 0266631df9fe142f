import { expect, test } from 'vitest';
import { flightState, type Looked } from './flight-state.ts';

const WELL: Looked = { active: true, disk: 'enough', loadLagMs: 0, lastEventAt: 100_000, now: 100_000 };

test.each<[Partial<Looked>, string]>([
  [{}, 'receiving'],
  [{ now: 159_999 }, 'receiving'],
  [{ now: 160_000 }, 'silent'],
  [{ lastEventAt: null }, 'silent'],
  [{ disk: 'low' }, 'filling'],
  [{ disk: 'low', lastEventAt: null }, 'filling'],
  [{ disk: 'low', loadLagMs: 10_001 }, 'lagging'],
  [{ loadLagMs: 10_000 }, 'receiving'],
  [{ disk: 'full', loadLagMs: 10_001 }, 'refusing'],
  [{ active: false }, 'refusing'],
])('with %j a flight is %s', (looked, state) => {
  expect(flightState({ ...WELL, ...looked })).toBe(state);
});
