import { Type, type Static } from 'typebox';
import { SESSION_FILTER, type Device } from './session-filter.ts';

/** Query of `GET /api/v1/overview`. */
export const OverviewQuery = Type.Object({
  ...SESSION_FILTER,
  timeZone: Type.Optional(
    Type.String({ maxLength: 64, description: 'IANA name of the zone whose days and hours are counted; UTC where left out.' }),
  ),
});
export type OverviewQuery = Omit<Static<typeof OverviewQuery>, 'device'> & { device?: Device[] };

const COUNTS = {
  sessions: Type.Integer(),
  visitors: Type.Integer({ description: 'Browser profiles; sessions without one are not counted.' }),
  pageViews: Type.Integer(),
  events: Type.Integer(),
};

export const OverviewCounts = Type.Object(COUNTS);
export type OverviewCounts = Static<typeof OverviewCounts>;

/** Traffic in one minute, hour or day. */
export const OverviewStep = Type.Object({ at: Type.Integer({ description: 'When it began, ms since 1970.' }), ...COUNTS });
export type OverviewStep = Static<typeof OverviewStep>;

const ranked = Type.Array(Type.Object({ name: Type.String(), sessions: Type.Integer() }));

/** `GET /api/v1/overview`: what happened in the sessions that a filter means. */
export const Overview = Type.Object({
  step: Type.Union([Type.Literal('minute'), Type.Literal('hour'), Type.Literal('day')]),
  series: Type.Array(OverviewStep, { description: 'Without gaps, by the start of sessions.' }),
  totals: OverviewCounts,
  before: Type.Union([OverviewCounts, Type.Null()], {
    description: 'The same over the time of the same length before; null where the time has no start.',
  }),
  live: Type.Integer({ description: 'Sessions with an event in the last minute.' }),
  medianDurationMs: Type.Union([Type.Integer(), Type.Null()]),
  medianPageViews: Type.Union([Type.Number(), Type.Null()]),
  devices: ranked,
  sources: Type.Array(Type.Object({ name: Type.String(), sessions: Type.Integer() }), {
    description: 'Hosts of the referrers of sessions’ first pages, other than their own; empty for none.',
  }),
});
export type Overview = Static<typeof Overview>;

export const PAGE_SORTS = ['views', 'sessions', 'entries', 'exits', 'medianTimeMs', 'bounceShare', 'path'] as const;
export type PageSort = (typeof PAGE_SORTS)[number];

/** Query of `GET /api/v1/pages`. */
export const PagesQuery = Type.Object({
  ...SESSION_FILTER,
  find: Type.Optional(Type.String({ maxLength: 200, description: 'Part of a path or title; any case.' })),
  sort: Type.Optional(Type.Union(PAGE_SORTS.map((sort) => Type.Literal(sort)))),
  descending: Type.Optional(Type.Boolean()),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type PagesQuery = Omit<Static<typeof PagesQuery>, 'device' | 'sort'> & { device?: Device[]; sort?: PageSort };

/** What happened on one page of a site. */
export const PageRow = Type.Object({
  path: Type.String(),
  title: Type.String({ description: 'The last one it had.' }),
  views: Type.Integer(),
  sessions: Type.Integer(),
  entries: Type.Integer({ description: 'Sessions that began here.' }),
  exits: Type.Integer({ description: 'Sessions that ended here.' }),
  bounces: Type.Integer({ description: 'Sessions that saw only this page, once.' }),
  bounceShare: Type.Union([Type.Number(), Type.Null()], { description: 'Bounces among entries, 0 to 1; null without entries.' }),
  medianTimeMs: Type.Union([Type.Integer(), Type.Null()], {
    description: 'Median time until the next page of the tab, or the tab’s last sign of life.',
  }),
});
export type PageRow = Static<typeof PageRow>;

/** `GET /api/v1/pages`. */
export const PageTable = Type.Object({ pages: Type.Array(PageRow), total: Type.Integer() });
export type PageTable = Static<typeof PageTable>;
