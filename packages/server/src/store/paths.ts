import type { Paths, SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { matchingSessions } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';

export interface PathsQuestion {
  filter: SessionFilter;
  around?: string;
  segments?: number;
  limit: number;
}

/** Around one page there are at most so many that anybody could look through. */
const STEPS = 1_000;
/** As many pages of a way as a line can show. */
const WAY = 5;

/** The ways of sessions from page to page. */
export async function paths({ engine, now }: QuestionDeps, { filter, around, segments, limit }: PathsQuestion): Promise<Paths> {
  const matching = matchingSessions(filter, now());
  const page = segments === undefined ? 'path(url)' : `extract(path(url), '^/?(?:[^/]*/){0,${segments - 1}}[^/]*')`;
  const pages = `
    SELECT session, arrayCompact(arrayMap(visit -> visit.4, arraySort(groupArray((at, tab, sequence, page))))) AS pages
    FROM (
      SELECT session, at, tab, sequence, ${page} AS page FROM events FINAL
      PREWHERE flight = {flight:String} AND (name = 'pageView' OR dialect != 'native') WHERE url != '' AND session IN (SELECT session ${matching.from})
    ) GROUP BY session`;
  const parameters = { ...matching.parameters, limit, ...(around !== undefined && { around }) };
  const near = around === undefined ? '' : ' WHERE step.1 = {around:String} OR step.2 = {around:String}';
  const [seen, steps, ways, total] = await Promise.all([
    ask<Paths['pages'][number]>(
      engine,
      `SELECT page, count() AS views, uniqExact(session) AS sessions, countIf(place = 1) AS entries, countIf(place = length(pages)) AS exits
      FROM (${pages}) ARRAY JOIN pages AS page, arrayEnumerate(pages) AS place GROUP BY page ORDER BY views DESC, page LIMIT {limit:UInt32}`,
      parameters,
    ),
    ask<Paths['steps'][number]>(
      engine,
      `SELECT step.1 AS from, step.2 AS to, count() AS count
      FROM (${pages}) ARRAY JOIN arrayZip(arrayPushFront(pages, ''), arrayPushBack(pages, '')) AS step${near}
      GROUP BY from, to ORDER BY count DESC, from, to LIMIT ${STEPS}`,
      parameters,
    ),
    ask<{ way: string[]; more: number; sessions: number }>(
      engine,
      `SELECT arraySlice(pages, 1, ${WAY}) AS way, length(pages) > ${WAY} AS more, count() AS sessions FROM (${pages})
      GROUP BY way, more ORDER BY sessions DESC, way LIMIT {limit:UInt32}`,
      parameters,
    ),
    ask<{ sessions: number }>(engine, `SELECT count() AS sessions FROM (${pages})`, parameters),
  ]);
  return {
    sessions: total[0]?.sessions ?? 0,
    pages: seen,
    steps,
    ways: ways.map(({ way, more, sessions }) => ({ pages: way, more: Boolean(more), sessions })),
  };
}
