import { Type, type Static } from 'typebox';
import { ConditionCount } from './participants.ts';

/** Somebody who is on a flight's pages now. */
export const LiveSession = Type.Object({
  id: Type.String(),
  visitor: Type.Union([Type.String(), Type.Null()]),
  participant: Type.Union([Type.String(), Type.Null()]),
  condition: Type.Union([Type.String(), Type.Null()]),
  step: Type.Union([Type.String(), Type.Null()]),
  url: Type.String({ description: 'The page of the last event.' }),
  lastEvent: Type.String(),
  startedAt: Type.Integer(),
  lastAt: Type.Integer(),
  events: Type.Integer(),
  isIdle: Type.Boolean({ description: 'The last thing known of their presence is that they did nothing, or did not look.' }),
  lagMs: Type.Union([Type.Integer(), Type.Null()], {
    description: 'How long the events of the last minute took to arrive, the middle one.',
  }),
  missing: Type.Integer({ description: 'Numbered by the page and not here: on their way, or lost.' }),
  rageClicks: Type.Integer({ description: 'In the last minute, `rage_clicks.seed@1`.' }),
  errors: Type.Integer({ description: 'Errors of the page in the last minute.' }),
});
export type LiveSession = Static<typeof LiveSession>;

/** One line of the feed. */
export const LiveEvent = Type.Object({
  session: Type.String(),
  tab: Type.String(),
  sequence: Type.Integer(),
  at: Type.Integer(),
  name: Type.String(),
  label: Type.String({ description: 'What it happened to, or what the log calls it.' }),
  participant: Type.Union([Type.String(), Type.Null()]),
});
export type LiveEvent = Static<typeof LiveEvent>;

/** Somebody who started and went away. */
export const DropOut = Type.Object({
  session: Type.String(),
  participant: Type.String(),
  condition: Type.Union([Type.String(), Type.Null()]),
  lastAt: Type.Integer(),
});
export type DropOut = Static<typeof DropOut>;

/** `GET /api/v1/flights/{id}/live`: what happens on a flight's pages now. */
export const Live = Type.Object({
  at: Type.Integer(),
  sessions: Type.Array(LiveSession),
  feed: Type.Array(LiveEvent, { description: 'The newest first.' }),
  conditions: Type.Array(ConditionCount),
  dropOuts: Type.Array(DropOut, { description: 'The last first; only where the flight is a study.' }),
});
export type Live = Static<typeof Live>;
