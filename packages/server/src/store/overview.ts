import type { Overview, OverviewCounts, OverviewQuery, OverviewStep, SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { landmarkEvents } from './landmark-events.ts';
import { DEVICE, matchingSessions } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { LAST_AT, LIVE_WITHIN_MS, STARTED_AT } from './session-columns.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Up to so long a time is drawn by the finer step. */
const MINUTES_UP_TO_MS = 3 * HOUR_MS;
const HOURS_UP_TO_MS = 3 * DAY_MS;

/** Traffic of the sessions that a filter means: over time, in all, and where it came from. */
export async function overview({ engine, now }: QuestionDeps, { timeZone = 'UTC', ...filter }: OverviewQuery): Promise<Overview> {
  const at = now();
  const chosen = (of: SessionFilter) => {
    const { from, parameters } = matchingSessions(of, at, ['eventCount', 'pageViewCount']);
    return { sessions: `(SELECT ${SESSION} ${from})`, parameters };
  };
  const { sessions, parameters } = chosen(filter);
  const [totals] = await ask<Totals>(engine, `${TOTALS} FROM ${sessions}`, { ...parameters, liveSince: at - LIVE_WITHIN_MS });
  const to = filter.to ?? at;
  const from = filter.from ?? totals?.firstAt ?? to;
  const step = to - from <= MINUTES_UP_TO_MS ? 'minute' : to - from <= HOURS_UP_TO_MS ? 'hour' : 'day';
  const spanned = { ...parameters, zone: timeZone, seriesFrom: from, seriesTo: Math.max(from, to - 1) };
  const earlier = filter.from === undefined ? undefined : chosen({ ...filter, from: filter.from - (to - filter.from), to: filter.from });
  const [series, before, devices, sources] = await Promise.all([
    ask<OverviewStep>(engine, seriesOf(sessions, step), spanned),
    earlier && ask<OverviewCounts>(engine, `SELECT ${COUNTS} FROM ${earlier.sessions}`, earlier.parameters),
    ask<Overview['devices'][number]>(
      engine,
      `SELECT device AS name, count() AS sessions FROM ${sessions} GROUP BY name ORDER BY sessions DESC`,
      parameters,
    ),
    ask<Overview['sources'][number]>(engine, sourcesOf(sessions), parameters),
  ]);
  const { sessions: count = 0, visitors = 0, pageViews = 0, events = 0 } = totals ?? {};
  return {
    step,
    series,
    totals: { sessions: count, visitors, pageViews, events },
    before: before?.[0] ?? null,
    live: totals?.live ?? 0,
    medianDurationMs: count === 0 ? null : Math.round(totals?.medianDurationMs ?? 0),
    medianPageViews: count === 0 ? null : (totals?.medianPageViews ?? 0),
    devices,
    sources,
  };
}

interface Totals extends OverviewCounts {
  live: number;
  medianDurationMs: number;
  medianPageViews: number;
  firstAt: number;
}

const SESSION = `session, ${STARTED_AT} AS startedAt, ${LAST_AT} - ${STARTED_AT} AS durationMs, max(lastReceivedAt) AS heardAt, max(visitor) AS who,
  sum(eventCount) AS eventsIn, sum(pageViewCount) AS viewsIn, min(entry).url AS entryUrl, ${DEVICE} AS device`;

const COUNTS = 'count() AS sessions, uniqExact(who) AS visitors, sum(viewsIn) AS pageViews, sum(eventsIn) AS events';

const TOTALS = `SELECT ${COUNTS}, countIf(heardAt > {liveSince:Int64}) AS live, quantileExactInclusive(0.5)(durationMs) AS medianDurationMs,
  quantileExactInclusive(0.5)(viewsIn) AS medianPageViews, min(startedAt) AS firstAt`;

/** Each step from the first to the last, those in which nothing began included. */
const seriesOf = (sessions: string, step: Overview['step']) => {
  const start = (instant: string) =>
    `toInt64(toUnixTimestamp(toStartOfInterval(fromUnixTimestamp64Milli(${instant}, 'UTC'), INTERVAL 1 ${step}, {zone:String}))) * 1000`;
  return `
  WITH toDateTime(intDiv({seriesFrom:Int64}, 1000), 'UTC') AS first, toDateTime(intDiv({seriesTo:Int64}, 1000), 'UTC') AS last
  SELECT at, sum(s) AS sessions, uniqExactIf(w, isNotNull(w)) AS visitors, sum(v) AS pageViews, sum(e) AS events FROM (
    SELECT ${start('startedAt')} AS at, 1 AS s, who AS w, viewsIn AS v, eventsIn AS e FROM ${sessions}
    WHERE startedAt >= {seriesFrom:Int64} AND startedAt <= {seriesTo:Int64}
    UNION ALL
    SELECT ${start("toUnixTimestamp64Milli(toDateTime64(first, 3, 'UTC') + toIntervalSecond(number * " + SECONDS[step] + '))')} AS at, 0 AS s, NULL AS w, 0 AS v, 0 AS e
    FROM numbers(toUInt64(intDiv(toUnixTimestamp(last) - toUnixTimestamp(first), ${SECONDS[step]}) + 1))
    UNION ALL
    SELECT ${start('{seriesTo:Int64}')} AS at, 0 AS s, NULL AS w, 0 AS v, 0 AS e
  ) GROUP BY at ORDER BY at`;
};

const SECONDS: Record<Overview['step'], number> = { minute: 60, hour: 3_600, day: 86_400 };

/** First pages that name another host as the one they were reached from. */
const sourcesOf = (sessions: string) => `
  SELECT if(came = own, '', came) AS name, count() AS sessions FROM (
    SELECT session, argMin(referrerHost, at) AS came, argMin(host, at) AS own
    FROM ${VIEWS} WHERE session IN (SELECT session FROM ${sessions}) GROUP BY session
  ) GROUP BY name ORDER BY sessions DESC, name LIMIT 10`;

const VIEWS = landmarkEvents({ columns: ['session', 'at', 'host', 'referrerHost'], where: "name = 'pageView'", as: 'stored' });
