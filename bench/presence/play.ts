import { inOrder, type MeasuredEvent } from '@sightline/metrics';
import { openBrowser, type DrivenBrowser } from '../../e2e/driven-browser.ts';
import { sightline } from '../../e2e/server.ts';
import type { SystemUnderTest } from '../system-under-test.ts';
import { dropProfile, newProfile } from './profile.ts';
import { type Scenario, wait } from './scenario.ts';
import { SHIFT_CLOCK } from './shift-clock.ts';
import { createTruth, type Truth } from './truth.ts';

/** How long what a closing tab sent may still be under way. */
const ARRIVES_WITHIN_MS = 2_500;

/** What a scenario did, and what was measured of it. */
export interface Played {
  truth: Truth;
  expected: ReturnType<Truth['end']>;
  sessions: { id: string; events: readonly MeasuredEvent[] }[];
}

/** Plays a scenario in a browser of its own, and reads what the server has of it. */
export async function play(scenario: Scenario, system: SystemUnderTest, site: string): Promise<Played> {
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
    const all = await Promise.all([...sessions].map(async (id) => ({ id, events: await eventsOf(system, id) })));
    return { truth, expected, sessions: all };
  } finally {
    for (const browser of browsers) await browser.kill().catch(() => undefined);
    await dropProfile(profile);
  }
}

async function eventsOf(system: SystemUnderTest, session: string): Promise<readonly MeasuredEvent[]> {
  const text = await sightline(system.dataDir, ['export', '--flight', 'default', '--session', session, '--format', 'jsonl', '--out', '-']);
  const events = inOrder(text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as MeasuredEvent] : [])));
  if (process.env.SIGHTLINE_SHOW) {
    for (const { tab, sequence, name, at, details } of events)
      process.stderr.write(`${tab.slice(0, 4)} ${sequence} ${at} ${name} ${name === 'presence' ? JSON.stringify(details) : ''}\n`);
  }
  return events;
}
