import { LEVELS, covered, inOrder, lanesOf, lengthOf, type MeasuredEvent } from '@sightline/metrics';
import { sightline } from '../../e2e/server.ts';
import { dropProfile, newProfile } from '../presence/profile.ts';
import { openBrowser, type DrivenBrowser } from '../../e2e/driven-browser.ts';
import { SHIFT_CLOCK, scenarios, wait, type Scenario } from '../presence/scenarios.ts';
import { openSite } from '../../e2e/tracked-site.ts';
import { createTruth } from '../presence/truth.ts';
import { systemUnderTest, type SystemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

/** How long what a closing tab sent may still be under way. */
const ARRIVES_WITHIN_MS = 2_500;

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
        const row = await played(scenario, system, site.url);
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

async function played(scenario: Scenario, system: SystemUnderTest, site: string): Promise<Line> {
  const profile = await newProfile();
  const browsers: DrivenBrowser[] = [];
  const sessions = new Set<string>();
  const truth = createTruth();
  const launch = async () => {
    const browser = await openBrowser(profile);
    browsers.push(browser);
    return browser;
  };
  try {
    const first = await launch();
    await scenario.play({
      site,
      browser: first,
      truth,
      reopen: launch,
      async open(name, { newWindow, behind, in: browser = first, clockAheadMs } = {}) {
        // An empty tab is in front before its page is: then nobody sees the site.
        const created = (at: number) => {
          if (behind) truth.set(behind, 'hidden', at);
        };
        const tab = await browser.open(`${site}/0`, {
          newWindow,
          created,
          before: clockAheadMs === undefined ? undefined : SHIFT_CLOCK(clockAheadMs),
        });
        const openedAt = Number(await tab.evaluate('window.openedAt')) - (clockAheadMs ?? 0);
        truth.set(name, 'focused', openedAt);
        await tab.evaluate(
          `new Promise((resolve) => { const look = () => window.sightline?.sessionId() ? resolve() : setTimeout(look, 10); look(); })`,
        );
        await wait(400);
        sessions.add(String(await tab.evaluate('window.sightline.sessionId()')));
        return tab;
      },
    });
    const expected = truth.end();
    await wait(ARRIVES_WITHIN_MS);
    await system.stored();
    const measured = await times(system, [...sessions]);
    const cells = LEVELS.map((level) => `${level} ${seconds(expected[level])} → ${seconds(measured[level])}`);
    const worst = Math.max(...LEVELS.map((level) => Math.abs(measured[level] - expected[level])));
    return {
      what: scenario.name,
      value: `${cells.join(', ')} (± ${seconds(expected.uncertainMs)}); sessions ${sessions.size}; worst error ${Math.round(worst)} ms`,
      bar: '≤ 1,000 ms',
    };
  } finally {
    for (const browser of browsers) await browser.kill().catch(() => undefined);
    await dropProfile(profile);
  }
}

async function times(system: SystemUnderTest, sessions: string[]): Promise<Record<(typeof LEVELS)[number], number>> {
  const sums = { open: 0, visible: 0, focused: 0, active: 0 };
  for (const session of sessions) {
    const text = await sightline(system.dataDir, [
      'export',
      '--flight',
      'default',
      '--session',
      session,
      '--format',
      'jsonl',
      '--out',
      '-',
    ]);
    const events = text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as MeasuredEvent] : []));
    if (process.env.SIGHTLINE_SHOW) {
      for (const { tab, sequence, name, at, details } of inOrder(events))
        process.stderr.write(`${tab.slice(0, 4)} ${sequence} ${at} ${name} ${name === 'presence' ? JSON.stringify(details) : ''}\n`);
    }
    const spells = lanesOf(inOrder(events)).lanes.flatMap((lane) => lane.spells);
    for (const level of LEVELS) sums[level] += lengthOf(covered(spells, level));
  }
  return sums;
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(2);
