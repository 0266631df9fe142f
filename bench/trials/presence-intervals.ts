import { covered, lanesOf, type Interval } from '@sightline/metrics';
import { openSite } from '../../e2e/tracked-site.ts';
import { play, type Played } from '../presence/play.ts';
import { scenarios } from '../presence/scenarios.ts';
import type { Span } from '../presence/truth.ts';
import { systemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

/** Those in which tabs are shown and hidden while they live. */
const SCENARIOS = new Set(['five tabs, switched between', 'minimised for 4 s, twice', 'a tab duplicated by a script']);
const BAR_MS = 50;

/** Presence interval by interval, where the tab was alive before and after. */
export const presenceIntervals: Trial = {
  name: 'presence-intervals',
  conditions:
    'The scenarios of `presence` in which tabs are shown and hidden while they live. Each interval in which a tab was hidden or shown and that both began and ended in a living tab: its length by the script’s clock against the measured one. The script knows a change only to half the time the browser took to answer, which stands in brackets.',
  async run() {
    const system = await systemUnderTest();
    const site = await openSite({ tracker: `http://127.0.0.1:${system.port}`, token: system.token });
    try {
      const lines: Line[] = [];
      for (const scenario of scenarios.filter(({ name }) => SCENARIOS.has(name))) {
        const played = await play(scenario, system, site.url);
        lines.push(line(scenario.name, comparisons(played)));
      }
      return lines;
    } finally {
      await site.close();
      await system.stop();
    }
  },
};

interface Comparison {
  errorMs: number;
  uncertainMs: number;
}

function line(what: string, all: readonly Comparison[]): Line {
  const errors = all.map(({ errorMs }) => errorMs).sort((one, other) => one - other);
  const beyond = all.filter(({ errorMs, uncertainMs }) => errorMs > BAR_MS + uncertainMs);
  const unsure = Math.max(...all.map(({ uncertainMs }) => uncertainMs));
  return {
    what: `${what}: ${all.length} intervals`,
    value: `median ${Math.round(errors[Math.floor(errors.length / 2)] ?? 0)} ms, worst ${Math.round(errors.at(-1) ?? 0)} ms (± ${Math.round(unsure)}); beyond the bar for certain: ${beyond.length}`,
    bar: `≤ ${BAR_MS} ms`,
  };
}

function comparisons({ truth, sessions }: Played): Comparison[] {
  const lanes = sessions.flatMap(({ events }) => lanesOf(events).lanes);
  const measured = {
    shown: lanes.flatMap(({ spells }) => covered(spells, 'visible')),
    hidden: lanes.flatMap(({ spells }) =>
      covered(
        spells.filter(({ state }) => state === 'hidden'),
        'open',
      ),
    ),
  };
  return insideLife(truth.spans()).flatMap(({ isShown, from, to, uncertainMs }) => {
    const found = closest(isShown ? measured.shown : measured.hidden, { from, to });
    return found ? [{ errorMs: Math.abs(found.to - found.from - (to - from)), uncertainMs }] : [{ errorMs: to - from, uncertainMs }];
  });
}

/** Runs of being shown or hidden, without each tab's first and last. */
function insideLife(spans: readonly Span[]): (Interval & { isShown: boolean; uncertainMs: number })[] {
  const tabs = [...new Set(spans.map(({ tab }) => tab))];
  return tabs.flatMap((tab) => {
    const runs: (Interval & { isShown: boolean; uncertainMs: number })[] = [];
    for (const { tab: of, state, from, to, uncertainMs } of spans) {
      if (of !== tab || state === 'gone') continue;
      const isShown = state !== 'hidden';
      const last = runs.at(-1);
      if (last?.isShown === isShown) Object.assign(last, { to, uncertainMs: last.uncertainMs + uncertainMs });
      else runs.push({ isShown, from, to, uncertainMs });
    }
    return runs.slice(1, -1);
  });
}

/** The interval that agrees best with another: several tabs may be hidden at a time. */
function closest(intervals: readonly Interval[], { from, to }: Interval): Interval | undefined {
  const agreement = (one: Interval) =>
    (Math.min(one.to, to) - Math.max(one.from, from)) / (Math.max(one.to, to) - Math.min(one.from, from));
  return intervals.filter((one) => agreement(one) > 0).sort((one, other) => agreement(other) - agreement(one))[0];
}
