import { Type, type Static } from 'typebox';
import { SESSION_FILTER, type Device } from './session-filter.ts';

const ms = Type.Union([Type.Number(), Type.Null()], { description: 'From the step before, in the sessions that reached it.' });

/** A step of a funnel or sequence; `*` stands for anything. */
export const STEP_DESCRIPTION =
  '`event:NAME`, `page:PATH` (a page seen), `click:ELEMENT` (a click on an element by its CSS path) or `derived:NAME` (what a rule yielded); `*` stands for anything.';

/** Query of `GET /api/v1/funnels`. */
export const FunnelQuery = Type.Object({
  ...SESSION_FILTER,
  step: Type.Array(Type.String({ minLength: 1, maxLength: 1_000 }), {
    minItems: 2,
    maxItems: 8,
    description: `In order. ${STEP_DESCRIPTION}`,
  }),
  within: Type.Optional(
    Type.Integer({ minimum: 1, description: 'From the first step to the last, in ms; the whole session where left out.' }),
  ),
  by: Type.Optional(Type.String({ description: '`field:NAME` of the application-specific data, `device` or `entryPage`.' })),
});
export type FunnelQuery = Omit<Static<typeof FunnelQuery>, 'device'> & { device?: Device[] };

/** `GET /api/v1/funnels`: how many sessions went how far through steps in order. */
export const Funnel = Type.Object({
  groups: Type.Array(
    Type.Object({
      key: Type.String(),
      sessions: Type.Integer({ description: 'That match.' }),
      steps: Type.Array(
        Type.Object({
          step: Type.String(),
          sessions: Type.Integer({ description: 'That reached it, after all steps before it.' }),
          interval: Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()], {
            description: 'Wilson’s 95 % interval of the share that came on from the step before.',
          }),
          medianMs: ms,
        }),
      ),
    }),
  ),
});
export type Funnel = Static<typeof Funnel>;

/** Query of `GET /api/v1/paths`. */
export const PathsQuery = Type.Object({
  ...SESSION_FILTER,
  around: Type.Optional(Type.String({ maxLength: 2_000, description: 'A page: what comes before and after it.' })),
  segments: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 10,
      description: 'How much of a path tells pages apart: 1 makes `/product/7` one with `/product/8`.',
    }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type PathsQuery = Omit<Static<typeof PathsQuery>, 'device'> & { device?: Device[] };

/** `GET /api/v1/paths`: ways from page to page. A page seen twice in a row counts once. */
export const Paths = Type.Object({
  sessions: Type.Integer({ description: 'That saw a page.' }),
  pages: Type.Array(
    Type.Object({ page: Type.String(), views: Type.Integer(), sessions: Type.Integer(), entries: Type.Integer(), exits: Type.Integer() }),
  ),
  steps: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), count: Type.Integer() }), {
    description: 'From one page to the next; empty for where a session began or ended. Of the page that is asked for, else of all.',
  }),
  ways: Type.Array(Type.Object({ pages: Type.Array(Type.String()), more: Type.Boolean(), sessions: Type.Integer() }), {
    description: 'The first five pages of sessions, the most frequent ways first.',
  }),
});
export type Paths = Static<typeof Paths>;

/** Query of `GET /api/v1/retention`. */
export const RetentionQuery = Type.Object({
  ...SESSION_FILTER,
  unit: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('week')])),
});
export type RetentionQuery = Omit<Static<typeof RetentionQuery>, 'device' | 'unit'> & { device?: Device[]; unit?: 'day' | 'week' };

/** `GET /api/v1/retention`: of visitors who first came in a day or week, how many came again later. Days begin, and weeks begin on Mondays, in UTC. */
export const Retention = Type.Object({
  unit: Type.Union([Type.Literal('day'), Type.Literal('week')]),
  cohorts: Type.Array(
    Type.Object({
      begin: Type.String({ description: 'The day, or the week’s Monday.' }),
      visitors: Type.Integer({ description: 'Who first came then and match the filter at least once.' }),
      came: Type.Array(Type.Integer(), {
        description: 'How many came in that period, in the next …, as far as it has begun; at most 31.',
      }),
    }),
  ),
});
export type Retention = Omit<Static<typeof Retention>, 'unit'> & { unit: 'day' | 'week' };
