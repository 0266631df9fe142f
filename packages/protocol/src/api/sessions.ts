import { Type, type Static } from 'typebox';
import { Dialect, StoredEvent, TabCompleteness } from '../stored.ts';
import { JsonObject } from '../values.ts';
import { SESSION_FILTER, type Device } from './session-filter.ts';

const presence = (description: string) =>
  Type.Union([Type.Integer(), Type.Null()], {
    description: `${description}, however many at once; null where its client did not tell its presence.`,
  });

/** Why what counts leaves a session out; told in the session list and of a session. */
export const NotCounted = Type.Object({
  participant: Type.String({ description: 'Their code.' }),
  state: Type.Union([Type.Literal('excluded'), Type.Literal('withdrawn')]),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'What whoever excluded them wrote.' }),
});
export type NotCounted = Static<typeof NotCounted>;

/** One line of the session list. Times in milliseconds since 1970. */
export const SessionSummary = Type.Object({
  id: Type.String(),
  ref: Type.String({ description: 'What the client called the session; equals `id` unless a foreign client made it up.' }),
  flight: Type.String(),
  visitor: Type.Union([Type.String(), Type.Null()]),
  startedAt: Type.Integer(),
  lastAt: Type.Integer(),
  durationMs: Type.Integer({
    description: 'From the first event to the last. Times of presence count from when a page came, a moment before, and can be longer.',
  }),
  openMs: presence('Time that a tab of it was open'),
  visibleMs: presence('Time that one was visible'),
  activeMs: presence('Time that somebody was active in one'),
  events: Type.Integer(),
  clicks: Type.Integer(),
  pageViews: Type.Integer(),
  tabs: Type.Integer(),
  entryUrl: Type.String(),
  agent: Type.String({ description: 'User agent string.' }),
  dialect: Dialect,
  applicationSpecificData: JsonObject,
  live: Type.Boolean({ description: 'An event came within the last 60 s.' }),
  notCounted: Type.Optional(NotCounted),
});
export type SessionSummary = Static<typeof SessionSummary>;

export const SESSION_SORTS = [
  'startedAt',
  'lastAt',
  'durationMs',
  'events',
  'clicks',
  'pageViews',
  'openMs',
  'visibleMs',
  'activeMs',
] as const;
export type SessionSort = (typeof SESSION_SORTS)[number];

/** Query of `GET /api/v1/sessions`. */
export const SessionQuery = Type.Object({
  ...SESSION_FILTER,
  sort: Type.Optional(Type.Union(SESSION_SORTS.map((sort) => Type.Literal(sort)))),
  descending: Type.Optional(Type.Boolean()),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type SessionQuery = Omit<Static<typeof SessionQuery>, 'sort' | 'device'> & { sort?: SessionSort; device?: Device[] };

/** `GET /api/v1/sessions`. */
export const SessionPage = Type.Object({
  sessions: Type.Array(SessionSummary),
  total: Type.Integer({ description: 'Sessions that match, on all pages.' }),
});
export type SessionPage = Static<typeof SessionPage>;

/** One metric's value with its definition's name. */
export const MetricResult = Type.Object({
  metric: Type.String({ description: '`name@version`.' }),
  title: Type.String(),
  group: Type.String({ description: 'What it is about, for lists: `time`, `activity`, `forms` …' }),
  unit: Type.String(),
  definition: Type.String(),
  parameters: JsonObject,
  value: Type.Unknown(),
});
export type MetricResult = Static<typeof MetricResult>;

/** `GET /api/v1/sessions/{id}`. */
export const SessionDetail = Type.Object({
  session: SessionSummary,
  metrics: Type.Array(MetricResult),
  completeness: Type.Object({
    expected: Type.Union([Type.Integer(), Type.Null()]),
    stored: Type.Integer(),
    refused: Type.Integer(),
    tabs: Type.Array(TabCompleteness),
  }),
});
export type SessionDetail = Static<typeof SessionDetail>;

/**
 * `GET /api/v1/sessions/{id}/events?after=CURSOR&limit=`: events in order of arrival page by page, so that a reader can go on
 * where it stopped and miss nothing that arrives late; the reader sorts by `at`.
 */
export const EventPage = Type.Object({
  events: Type.Array(StoredEvent),
  cursor: Type.String({ description: 'Give as `after` to go on; the same while nothing new came.' }),
  more: Type.Boolean({ description: 'More is there already.' }),
});
export type EventPage = Static<typeof EventPage>;

/** Room where everything is kept. */
export const DiskSpace = Type.Object({
  freeBytes: Type.Integer(),
  totalBytes: Type.Integer(),
  state: Type.Union([Type.Literal('enough'), Type.Literal('low'), Type.Literal('full')], {
    description: '`low` under 1 GB, or under 5 % of the disk and 20 GB; `full` where events are refused for want of room.',
  }),
});
export type DiskSpace = Static<typeof DiskSpace>;

/** `GET /api/v1/flights/{id}/health`: is anything arriving, is anything lost? */
export const FlightHealth = Type.Object({
  state: Type.Union(
    [Type.Literal('receiving'), Type.Literal('silent'), Type.Literal('lagging'), Type.Literal('filling'), Type.Literal('refusing')],
    { description: '`filling`: events come in, but the disk is nearly full.' },
  ),
  lastEventAt: Type.Union([Type.Integer(), Type.Null()]),
  eventsLastMinute: Type.Integer(),
  refusedLastHour: Type.Integer(),
  disk: DiskSpace,
  loadLagMs: Type.Integer({ description: 'Age of the oldest batch that is safe but not yet in the store.' }),
  sessions: Type.Integer(),
  events: Type.Integer(),
});
export type FlightHealth = Static<typeof FlightHealth>;
