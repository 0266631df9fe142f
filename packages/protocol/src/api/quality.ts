import { Type, type Static } from 'typebox';
import { SESSION_FILTER, type Device } from './session-filter.ts';

/** Query of `GET /api/v1/quality`. */
export const QualityQuery = Type.Object({
  ...SESSION_FILTER,
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type QualityQuery = Omit<Static<typeof QualityQuery>, 'device'> & { device?: Device[] };

/** How whole a session's record is: `unknown` where its client numbers nothing, so that nobody can tell. */
export const QUALITY_STATES = ['incomplete', 'refused', 'unknown', 'complete'] as const;
export type QualityState = (typeof QUALITY_STATES)[number];

const NUMBERS = {
  expected: Type.Integer({ description: 'Events that were numbered by clients that number theirs.' }),
  stored: Type.Integer({ description: 'Of these: stored.' }),
  missing: Type.Integer({ description: 'Of these: never came.' }),
  refused: Type.Integer({ description: 'Came, could not be read, and are kept aside.' }),
  unnumbered: Type.Integer({ description: 'Events stored of clients that number nothing.' }),
  tabs: Type.Integer(),
  tabsIncomplete: Type.Integer({ description: 'With events missing.' }),
  recordings: Type.Integer({ description: 'Tabs with a numbered recording.' }),
  recordingsIncomplete: Type.Integer({ description: 'Of these: with chunks missing.' }),
  chunksMissing: Type.Integer({ description: 'Chunks of recordings that never came, those included that the tracker said it lost.' }),
  dropped: Type.Integer({ description: 'Events that the tracker says it could not keep; those that had a number are among the missing.' }),
  trackerFailures: Type.Integer({ description: 'See the metric `tracker_failures`.' }),
  clockJumps: Type.Integer({ description: 'See the metric `clock_jumps`.' }),
  untrustedClicks: Type.Integer({ description: 'See the metric `untrusted_clicks`.' }),
} as const;

/** A session with something to look at. */
export const QualitySession = Type.Object({
  session: Type.String(),
  ref: Type.String({ description: 'The client’s own name for it.' }),
  startedAt: Type.Integer(),
  live: Type.Boolean({ description: 'Still running: what is missing may be on its way.' }),
  state: Type.Union(QUALITY_STATES.map((state) => Type.Literal(state))),
  ...NUMBERS,
  flags: Type.Array(Type.String(), { description: 'Names of metrics above the thresholds of `quality_flags`, where it was measured.' }),
});
export type QualitySession = Omit<Static<typeof QualitySession>, 'state'> & { state: QualityState };

/** `GET /api/v1/quality`: how much of what happened is here, over the sessions that match. */
export const Quality = Type.Object({
  totals: Type.Object({
    sessions: Type.Integer({ description: 'That match.' }),
    states: Type.Object({ incomplete: Type.Integer(), refused: Type.Integer(), unknown: Type.Integer(), complete: Type.Integer() }),
    ...NUMBERS,
    measured: Type.Integer({ description: 'Sessions that `quality_flags` is stored of.' }),
    flagged: Type.Integer({ description: 'Of these: with a flag at least.' }),
  }),
  flags: Type.Array(Type.Object({ flag: Type.String(), sessions: Type.Integer() }), { description: 'The most frequent first.' }),
  sessions: Type.Array(QualitySession, { description: 'Those with something to look at, the worst first.' }),
  total: Type.Integer({ description: 'How many have something to look at, on all pages.' }),
});
export type Quality = Omit<Static<typeof Quality>, 'sessions'> & { sessions: QualitySession[] };
