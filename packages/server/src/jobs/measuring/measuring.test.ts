import { expect, test, vi } from 'vitest';
import { createMeasuring } from './measuring.ts';
import type { MeasuringOrder } from './measure-sessions.ts';

const QUIET_MS = 30_000;
const HOUR_MS = 3_600_000;

/** Measuring by a clock of ours; `old` is a flight of which something came long ago. */
function measuringAt(begin: number) {
  const clock = { now: begin };
  const orders: MeasuringOrder[] = [];
  let look = () => {};
  const measuring = createMeasuring({
    process: { run: async (order) => void orders.push(order), stop: () => undefined },
    store: { flightsWithSessions: async ({ changedSince }) => (changedSince === 0 ? ['old', 'new'] : ['new']) },
    settings: async () => [],
    now: () => clock.now,
    every: (_, run) => {
      look = run;
      return () => undefined;
    },
    log: { error: (details) => expect.fail(JSON.stringify(details)) },
    quietMs: QUIET_MS,
  });
  /** Lets the clock come to a moment at which it looks; answers what was measured then, and whether of all sessions. */
  const at = async (ms: number) => {
    clock.now = begin + ms;
    orders.length = 0;
    look();
    await vi.waitFor(() => Promise.resolve());
    await measuring.settled();
    return orders.map(({ flight, changedSince }) => [flight, changedSince === undefined ? 'all' : 'changed']);
  };
  return { measuring, at };
}

test('until something is loaded it rests, and again when what came went quiet', async () => {
  const { measuring, at } = measuringAt(HOUR_MS);
  expect(await at(0)).toEqual([]);
  measuring.loaded();
  expect(await at(QUIET_MS)).toEqual([['new', 'all']]);
  expect(await at(QUIET_MS + 1)).toEqual([['new', 'changed']]);
  expect(await at(QUIET_MS + 2)).toEqual([]);
});

test('what a command imports is looked for among all sessions, until the last of it went quiet', async () => {
  const { measuring, at } = measuringAt(HOUR_MS);
  measuring.loaded();
  await at(QUIET_MS + 1);
  expect(await at(QUIET_MS + 2)).toEqual([]);
  measuring.imported();
  const both = [
    ['old', 'all'],
    ['new', 'all'],
  ];
  expect(await at(QUIET_MS + 3)).toEqual(both);
  expect(await at(2 * QUIET_MS + 3)).toEqual(both);
  expect(await at(2 * QUIET_MS + 4)).toEqual([]);
});
