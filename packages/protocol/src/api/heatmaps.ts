import { Type, type Static } from 'typebox';
import { SESSION_FILTER, type SessionFilter } from './session-filter.ts';

/** Maps of places: where something happened, each place as often as it did. */
export const POINT_KINDS = ['click', 'move', 'gaze'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

const path = Type.String({
  minLength: 1,
  maxLength: 2_000,
  description: 'The page: the path of its address; `*` at the end stands for whatever follows.',
});

/** Query of `GET /api/v1/heatmaps/pages`: which pages there are to draw on. */
export const HeatmapPagesQuery = Type.Object(SESSION_FILTER);
export type HeatmapPagesQuery = SessionFilter;

/** `GET /api/v1/heatmaps/pages`, the most viewed first. */
export const HeatmapPages = Type.Object({
  pages: Type.Array(
    Type.Object({
      path: Type.String(),
      views: Type.Integer({ description: 'Page views told by a `pageView` event; 0 where the client tells none.' }),
      sessions: Type.Integer(),
      clicks: Type.Integer(),
      moves: Type.Integer({ description: 'Positions of the cursor.' }),
      fixations: Type.Integer(),
    }),
  ),
  more: Type.Boolean({ description: 'There are more pages than these.' }),
});
export type HeatmapPages = Static<typeof HeatmapPages>;

const pointKind = Type.Union([Type.Literal('click'), Type.Literal('move'), Type.Literal('gaze')]);

/** Query of `GET /api/v1/heatmaps/points`. */
export const HeatPointsQuery = Type.Object({
  ...SESSION_FILTER,
  path,
  kind: pointKind,
  anchored: Type.Optional(
    Type.Boolean({ description: 'Places within elements (default), so that they can be drawn in any layout; else places on the page.' }),
  ),
  against: Type.Optional(
    Type.String({ maxLength: 8_000, description: 'A second filter as a query string: the same of its sessions, asked in one go.' }),
  ),
});
export type HeatPointsQuery = SessionFilter & { path: string; kind: PointKind; anchored?: boolean; against?: string };

/** An element of a page, and where in it something happened. */
export const HeatElement = Type.Object({
  path: Type.String({ description: 'CSS path, as the tracker made it; empty where the event names no element.' }),
  amount: Type.Number({ description: 'Clicks, positions, or milliseconds of fixation.' }),
  places: Type.Array(Type.Number(), {
    description: 'Triples: thousandths of the element’s width, thousandths of its height, amount.',
  }),
  loose: Type.Number({ description: 'Of the amount: where in the element it happened is not known.' }),
});
export type HeatElement = Static<typeof HeatElement>;

/** A map of places. */
export const HeatPoints = Type.Object({
  kind: pointKind,
  unit: Type.Union([Type.Literal('clicks'), Type.Literal('positions'), Type.Literal('ms')]),
  sessions: Type.Integer({ description: 'Sessions that saw the page.' }),
  views: Type.Integer({ description: 'Page views: what amounts are divided by. Sessions where no page view is told.' }),
  viewsTold: Type.Boolean({ description: 'False: no client told page views, `views` are sessions.' }),
  amount: Type.Number({ description: 'All of it.' }),
  count: Type.Integer({ description: 'Events.' }),
  elements: Type.Array(HeatElement, { description: 'Where `anchored`; most amount first.' }),
  pixels: Type.Array(Type.Number(), { description: 'Where not: triples of the middle of a cell in CSS pixels of the page, and amount.' }),
  cellPx: Type.Integer({ description: 'Width and height of a cell of `pixels`.' }),
});
export type HeatPoints = Static<typeof HeatPoints>;

/** `GET /api/v1/heatmaps/points`: a map, and with `against` the second filter’s beside it. */
export const HeatPointsOfTwo = Type.Object({
  ...HeatPoints.properties,
  against: Type.Optional(
    Type.Object(HeatPoints.properties, { description: 'Of the sessions of `against`; one that both filters mean is in both.' }),
  ),
});
export type HeatPointsOfTwo = HeatPoints & { against?: HeatPoints };

/** Query of `GET /api/v1/heatmaps/elements` and `/heatmaps/reading`. */
export const HeatPageQuery = Type.Object({ ...SESSION_FILTER, path });
export type HeatPageQuery = SessionFilter & { path: string };

/** `GET /api/v1/heatmaps/elements`: what was clicked, the most clicked first. */
export const HeatElements = Type.Object({
  sessions: Type.Integer({ description: 'Sessions that saw the page.' }),
  views: Type.Integer(),
  elements: Type.Array(
    Type.Object({
      path: Type.String(),
      clicks: Type.Integer(),
      sessions: Type.Integer({ description: 'Sessions that clicked it.' }),
      positions: Type.Integer({ description: 'Positions of the cursor on it.' }),
      fixationMs: Type.Number({ description: 'Time of fixations on it.' }),
    }),
  ),
});
export type HeatElements = Static<typeof HeatElements>;

/**
 * `GET /api/v1/heatmaps/reading`: how far down the page was scrolled, and for how long each part of it was seen. Measured session by
 * session with the published definitions when they go quiet; of those that are not measured yet the newest are measured as they are asked for.
 */
export const HeatReading = Type.Object({
  sessions: Type.Integer({ description: 'Sessions that saw the page.' }),
  sessionsRead: Type.Integer({ description: 'Of these: measured.' }),
  views: Type.Integer({ description: 'Page views measured.' }),
  viewsKnown: Type.Integer({ description: 'Of these: how far they went is known.' }),
  heightPx: Type.Union([Type.Number(), Type.Null()], { description: 'Median height of the page; null where no scrolling told it.' }),
  viewportPx: Type.Union([Type.Number(), Type.Null()], { description: 'Median height of the viewport.' }),
  reached: Type.Array(Type.Number(), { description: 'For each hundredth of the height: page views whose viewport came to it.' }),
  seconds: Type.Array(Type.Number(), {
    description: 'For each hundredth of the height: seconds it was in a visible viewport, all page views together.',
  }),
  elements: Type.Array(
    Type.Object({
      path: Type.String(),
      rage: Type.Integer({ description: 'Rage episodes on it.' }),
      hoverMs: Type.Number({ description: 'Time the cursor was on it, from its positions.' }),
    }),
    { description: 'Elements with either.' },
  ),
  metrics: Type.Array(Type.String(), { description: '`name@version` of the definitions behind it.' }),
});
export type HeatReading = Static<typeof HeatReading>;

/** A recorded page view that can stand behind a map. */
export const RecordedPageView = Type.Object({
  session: Type.String(),
  tab: Type.String(),
  at: Type.Integer({ description: 'A moment at which the page was shown; ms since 1970, corrected.' }),
  url: Type.String(),
  device: Type.String(),
});
export type RecordedPageView = Static<typeof RecordedPageView>;

/** `GET /api/v1/heatmaps/backgrounds`: recorded views of a page, the newest first. */
export const HeatBackgrounds = Type.Object({ views: Type.Array(RecordedPageView) });
export type HeatBackgrounds = Static<typeof HeatBackgrounds>;
