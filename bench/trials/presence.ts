import { LEVELS, covered, lanesOf, lengthOf } from '@sightline/metrics';
import { openSite } from '../../e2e/tracked-site.ts';
import { play, type Played } from '../presence/play.ts';
import type { Scenario } from '../presence/scenario.ts';
import { scenarios } from '../presence/scenarios.ts';
import { systemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

/** Presence against scripted truth, in a real browser, through the whole server. */
export const presence: Trial = {
  name: 'presence',
  conditions:
    'Chromium driven over its own protocol (nothing emulated: tabs and windows are really shown, hidden, minimised, frozen; sleep is SIGSTOP of all its processes; the clock is set by replacing `Date.now` in the page). Truth is what the script did by its own clock, give or take what stands in brackets. Measured: the exported events of the sessions, by the metrics that the server runs. Seconds.',
  async run() {
    const system = await systemUnderTest();
    const site = await openSite({ tracker: `http://127.0.0.1:${system.port}`, token: system.token });
    const only = process.env.SIGHTLINE_SCENARIO;
    const lines: Line[] = [];
    try {
      for (const scenario of scenarios.filter(({ name }) => !only || name.includes(only))) {
        const row = line(scenario, await play(scenario, system, site.url));
        process.stderr.write(`${row.what}: ${row.value}\n`);
        lines.push(row);
      }
    } finally {
      await site.close();
      await system.stop();
    }
    return lines;
  },
};

function line(scenario: Scenario, { expected, sessions }: Played): Line {
  const measured = times(sessions);
  const cells = LEVELS.map((level) => `${level} ${seconds(expected[level])} → ${seconds(measured[level])}`);
  const worst = Math.max(...LEVELS.map((level) => Math.abs(measured[level] - expected[level])));
  return {
    what: scenario.name,
    value: `${cells.join(', ')} (± ${seconds(expected.uncertainMs)}); sessions ${sessions.length}; worst error ${Math.round(worst)} ms`,
    bar: '≤ 1,000 ms',
  };
}

function times(sessions: Played['sessions']): Record<(typeof LEVELS)[number], number> {
  const sums = { open: 0, visible: 0, focused: 0, active: 0 };
  for (const { events } of sessions) {
    const spells = lanesOf(events).lanes.flatMap((lane) => lane.spells);
    for (const level of LEVELS) sums[level] += lengthOf(covered(spells, level));
  }
  return sums;
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(2);
