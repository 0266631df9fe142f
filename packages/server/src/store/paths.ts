import type { Paths, SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { IS_VIEW, inOrder, landmarkEvents } from './landmark-events.ts';
import { ofSessions } from './of-sessions.ts';
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
  const sessions = ofSessions(filter, now());
  const ways = waysOf(sessions.sql, segments);
  const parameters = { ...sessions.parameters, limit, ...(around !== undefined && { around }) };
  const near = around === undefined ? '' : ' WHERE step.1 = {around:String} OR step.2 = {around:String}';
  const [pages, steps, told] = await Promise.all([
    ask<Paths['pages'][number]>(
      engine,
      `SELECT page, sum(went) AS views, sumIf(went, nth = 1) AS sessions, sumIf(went, place = 1) AS entries, sumIf(went, place = length(pages)) AS exits
      FROM ${ways} ARRAY JOIN pages AS page, arrayEnumerate(pages) AS place, arrayEnumerateUniq(pages) AS nth
      GROUP BY page ORDER BY views DESC, page LIMIT {limit:UInt32}`,
      parameters,
    ),
    ask<Paths['steps'][number]>(
      engine,
      `SELECT step.1 AS from, step.2 AS to, sum(went) AS count
      FROM ${ways} ARRAY JOIN arrayZip(arrayPushFront(pages, ''), arrayPushBack(pages, '')) AS step${near}
      GROUP BY from, to ORDER BY count DESC, from, to LIMIT ${STEPS}`,
      parameters,
    ),
    ask<{ way: string[]; more: number; sessions: number; all: number }>(
      engine,
      `SELECT arraySlice(pages, 1, ${WAY}) AS way, length(pages) > ${WAY} AS more, sum(went) AS sessions, sum(sessions) OVER () AS all FROM ${ways}
      GROUP BY way, more ORDER BY sessions DESC, way LIMIT {limit:UInt32}`,
      parameters,
    ),
  ]);
  return {
    sessions: told[0]?.all ?? 0,
    pages,
    steps,
    ways: told.map(({ way, more, ...went }) => ({ pages: way, more: Boolean(more), sessions: went.sessions })),
  };
}

/** A table of the ways that were gone, and how many sessions went each; a page that was seen twice in a row was seen once. */
function waysOf(sessions: string, segments: number | undefined): string {
  const page = segments === undefined ? 'page' : `extract(page, '^/?(?:[^/]*/){0,${segments - 1}}[^/]*')`;
  const views = landmarkEvents({
    select: 'session, at, tab, sequence, page',
    where: `${IS_VIEW} AND located AND ${sessions}`,
    as: 'once',
  });
  return `(
    SELECT pages, count() AS went FROM (
      SELECT arrayCompact(arraySort((page, order) -> order, groupArray(${page}), groupArray(${inOrder('0')}))) AS pages
      FROM ${views} GROUP BY session
    ) GROUP BY pages)`;
}
