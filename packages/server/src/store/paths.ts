import type { Paths, SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { knownSessions } from './known-sessions.ts';
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

/** The ways of sessions from page to page: pages, steps and whole ways are counted in one go over the ways, as finding those is what takes long. */
export async function paths({ engine, now }: QuestionDeps, { filter, around, segments, limit }: PathsQuestion): Promise<Paths> {
  const known = await knownSessions({ engine }, { flight: filter.flight, steps: filter.sequence ?? [] });
  const matching = matchingSessions(filter, now(), ['wayPages', 'wayIsView', 'wayLocated'], known);
  const near = around === undefined ? '' : ` WHERE kind != 'step' OR this = {around:String} OR next = {around:String}`;
  const counted = await ask<Counted>(
    engine,
    `SELECT kind, this, next, sum(went) AS count, sumIf(went, isNew) AS sessions, sumIf(went, isFirst) AS entries, sumIf(went, isLast) AS exits,
      sumIf(count, kind = 'way') OVER () AS all
    FROM (
      SELECT went, each.1 AS kind, each.2 AS this, each.3 AS next, each.4 AS isNew, each.5 AS isFirst, each.6 AS isLast
      FROM ${waysOf(matching.from, segments)} ARRAY JOIN arrayConcat(
        arrayMap((page, place, nth) -> ('page', page, '', nth = 1, place = 1, place = length(pages)), pages, arrayEnumerate(pages), arrayEnumerateUniq(pages)),
        arrayMap((page, next) -> ('step', page, next, false, false, false), arrayPushFront(pages, ''), arrayPushBack(pages, '')),
        [('way', toJSONString(arraySlice(pages, 1, ${WAY})), if(length(pages) > ${WAY}, 'more', ''), true, false, false)]
      ) AS each
    )${near}
    GROUP BY kind, this, next ORDER BY count DESC, this, next LIMIT ${STEPS} BY kind`,
    { ...matching.parameters, ...(around !== undefined && { around }) },
  );
  const of = (wanted: Counted['kind'], most = limit) => counted.filter(({ kind }) => kind === wanted).slice(0, most);
  return {
    sessions: counted[0]?.all ?? 0,
    pages: of('page').map(({ this: page, count: views, sessions, entries, exits }) => ({ page, views, sessions, entries, exits })),
    steps: of('step', STEPS).map(({ this: from, next: to, count }) => ({ from, to, count })),
    ways: of('way').map(({ this: way, next, sessions }) => ({ pages: JSON.parse(way) as string[], more: next === 'more', sessions })),
  };
}

interface Counted {
  kind: 'page' | 'step' | 'way';
  /** The page, where the step began, or a way’s pages as JSON. */
  this: string;
  /** Where the step led, or whether the way went on. */
  next: string;
  count: number;
  sessions: number;
  entries: number;
  exits: number;
  all: number;
}

/** A table of the ways that were gone, and how many sessions went each; a page that was seen twice in a row was seen once. */
function waysOf(sessions: string, segments: number | undefined): string {
  const seen = 'arrayFilter((page, isView, located) -> isView AND located, wayPages, wayIsView, wayLocated)';
  const pages = segments === undefined ? seen : `arrayMap(page -> extract(page, '^/?(?:[^/]*/){0,${segments - 1}}[^/]*'), ${seen})`;
  return `(SELECT pages, count() AS went FROM (SELECT arrayCompact(${pages}) AS pages ${sessions}) WHERE notEmpty(pages) GROUP BY pages)`;
}
