import type { Overview, OverviewCounts, OverviewQuery, SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { knownSessions } from './known-sessions.ts';
import { DEVICE, matchingSessions, type Matching } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { LIVE_WITHIN_MS } from './session-columns.ts';
import type { SessionColumn } from './session-table.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Up to so long a time is drawn by the finer step. */
const MINUTES_UP_TO_MS = 3 * HOUR_MS;
const HOURS_UP_TO_MS = 3 * DAY_MS;

/** Traffic of the sessions that a filter means: over time, in all, and where it came from. */
export async function overview({ engine, now }: QuestionDeps, { timeZone = 'UTC', ...filter }: OverviewQuery): Promise<Overview> {
  const at = now();
  const known = await knownSessions({ engine }, { flight: filter.flight, steps: filter.sequence ?? [] });
  const chosen = (of: SessionFilter) => {
    const { from, parameters } = matchingSessions(of, at, COUNTED, known);
    return { sessions: `(SELECT ${SESSION} ${from})`, parameters };
  };
  const { sessions, parameters } = chosen(filter);
  const to = filter.to ?? at;
  const from = filter.from ?? (await firstStart(engine, matchingSessions(filter, at, ['startedAt'], known))) ?? to;
  const step = to - from <= MINUTES_UP_TO_MS ? 'minute' : to - from <= HOURS_UP_TO_MS ? 'hour' : 'day';
  const spanned = { ...parameters, zone: timeZone, seriesFrom: from, seriesTo: Math.max(from, to - 1), liveSince: at - LIVE_WITHIN_MS };
  const earlier = filter.from === undefined ? undefined : chosen({ ...filter, from: filter.from - (to - filter.from), to: filter.from });
  const [rows, before, sources] = await Promise.all([
    ask<Totals & { at: number; device: string; all: number; ofDevice: number }>(engine, countsOf(sessions, step), spanned),
    earlier && ask<OverviewCounts>(engine, `SELECT ${COUNTS} FROM ${earlier.sessions}`, earlier.parameters),
    ask<Overview['sources'][number]>(engine, sourcesOf(matchingSessions(filter, at, ['cameFrom', 'pageViews'], known).from), parameters),
  ]);
  const totals = rows.find(({ all }) => all === 1);
  const { sessions: count = 0, visitors = 0, pageViews = 0, events = 0 } = totals ?? {};
  return {
    step,
    series: rows
      .filter((row) => row.all === 0 && row.ofDevice === 0 && row.at <= spanned.seriesTo)
      .map((row) => ({ at: row.at, sessions: row.sessions, visitors: row.visitors, pageViews: row.pageViews, events: row.events })),
    totals: { sessions: count, visitors, pageViews, events },
    before: before?.[0] ?? null,
    live: totals?.live ?? 0,
    medianDurationMs: count === 0 ? null : Math.round(totals?.medianDurationMs ?? 0),
    medianPageViews: count === 0 ? null : (totals?.medianPageViews ?? 0),
    devices: rows
      .filter(({ ofDevice, sessions: own }) => ofDevice === 1 && own > 0)
      .map(({ device, sessions: own }) => ({ name: device, sessions: own }))
      .toSorted((one, other) => other.sessions - one.sessions),
    sources,
  };
}

interface Totals extends OverviewCounts {
  live: number;
  medianDurationMs: number;
  medianPageViews: number;
}

/** When the first of the sessions began; undefined where there are none. */
async function firstStart(engine: QuestionDeps['engine'], { from, parameters }: Matching): Promise<number | undefined> {
  const [first] = await ask<{ at: number }>(engine, `SELECT startedAt AS at ${from} ORDER BY at LIMIT 1`, parameters);
  return first?.at;
}

const COUNTED: SessionColumn[] = ['startedAt', 'lastSeenAt', 'receivedAt', 'visitor', 'events', 'pageViews', 'agent'];

const SESSION = `session, startedAt, lastSeenAt - startedAt AS durationMs, receivedAt AS heardAt, visitor AS who,
  events AS eventsIn, pageViews AS viewsIn, ${DEVICE} AS device`;

const COUNTS = 'count() AS sessions, uniqExact(who) AS visitors, sum(viewsIn) AS pageViews, sum(eventsIn) AS events';

/** All sessions, those of each device, and each step from the first to the last, those in which nothing began included. */
const countsOf = (sessions: string, step: Overview['step']) => {
  const start = (instant: string) =>
    `toInt64(toUnixTimestamp(toStartOfInterval(fromUnixTimestamp64Milli(${instant}, 'UTC'), INTERVAL 1 ${step}, {zone:String}))) * 1000`;
  const nothing = (instant: string) =>
    `SELECT ${start(instant)} AS at, '' AS device, 0 AS one, NULL AS who, 0 AS viewsIn, 0 AS eventsIn, 0 AS durationMs, 0 AS heardAt`;
  return `
  WITH toDateTime(intDiv({seriesFrom:Int64}, 1000), 'UTC') AS first, toDateTime(intDiv({seriesTo:Int64}, 1000), 'UTC') AS last
  SELECT at, device, grouping(at) = 1 AND grouping(device) = 1 AS all, grouping(device) = 0 AS ofDevice,
    sum(one) AS sessions, uniqExactIf(who, isNotNull(who)) AS visitors, sum(viewsIn) AS pageViews, sum(eventsIn) AS events, sum(heardAt > {liveSince:Int64}) AS live,
    quantileExactInclusiveIf(0.5)(durationMs, one = 1) AS medianDurationMs, quantileExactInclusiveIf(0.5)(viewsIn, one = 1) AS medianPageViews
  FROM (
    SELECT ${start('startedAt')} AS at, device, 1 AS one, who, viewsIn, eventsIn, durationMs, heardAt FROM ${sessions}
    UNION ALL
    ${nothing("toUnixTimestamp64Milli(toDateTime64(first, 3, 'UTC') + toIntervalSecond(number * " + SECONDS[step] + '))')}
    FROM numbers(toUInt64(intDiv(toUnixTimestamp(last) - toUnixTimestamp(first), ${SECONDS[step]}) + 1))
    UNION ALL
    ${nothing('{seriesTo:Int64}')}
  ) GROUP BY GROUPING SETS ((), (device), (at)) ORDER BY at, device`;
};

const SECONDS: Record<Overview['step'], number> = { minute: 60, hour: 3_600, day: 86_400 };

/** First pages that name another host as the one they were reached from. */
const sourcesOf = (sessions: string) => `
  SELECT cameFrom AS name, count() AS sessions FROM (SELECT cameFrom, pageViews ${sessions})
  WHERE pageViews > 0 GROUP BY name ORDER BY sessions DESC, name LIMIT 10`;
