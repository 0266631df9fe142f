import { Type, type Static } from 'typebox';

const NOTHING_ELSE = { additionalProperties: false } as const;
const parameter = Type.String({ pattern: '^[A-Za-z][\\w-]{0,63}$' });
const address = Type.String({ pattern: '^https?://', maxLength: 2_000 });

/** One arm of a study. */
export const Condition = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    quota: Type.Union([Type.Null(), Type.Integer({ minimum: 1, maximum: 1_000_000 })], {
      description: 'How many participants it takes; null for no limit.',
    }),
  },
  NOTHING_ELSE,
);
export type Condition = Static<typeof Condition>;

export const ASSIGNMENTS = ['none', 'block', 'latin', 'quota'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/** How a flight is run as a study: who may enter, to which condition they go, and what counts as done. */
export const StudySettings = Type.Object(
  {
    slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,62}$', description: 'The last part of the recruitment link: `/study/<slug>`.' }),
    url: address,
    assignment: Type.Union(
      ASSIGNMENTS.map((name) => Type.Literal(name)),
      {
        description:
          '`block`: random within blocks; `latin`: every participant meets all conditions, in balanced orders; `quota`: where most are missing.',
      },
    ),
    conditions: Type.Array(Condition, { maxItems: 20 }),
    blockSize: Type.Integer({ minimum: 1, maximum: 200, description: 'Participants in a block; a multiple of the number of conditions.' }),
    openToAll: Type.Boolean({ description: 'Takes people without a code or a recruiter’s id, too.' }),
    participantParameter: parameter,
    conditionParameter: parameter,
    orderParameter: parameter,
    stepField: Type.Union([Type.Null(), Type.String({ minLength: 1, maxLength: 100 })], {
      description: 'The field of the application-specific data that tells where in the study somebody is.',
    }),
    completedEvent: Type.Union([Type.Null(), Type.String({ minLength: 1, maxLength: 200 })], {
      description: 'The event that completes participation: its name, or the name a LogUI group gave it.',
    }),
    droppedAfterMinutes: Type.Integer({ minimum: 1, maximum: 100_000, description: 'Who started and was silent for so long dropped out.' }),
    completionUrl: Type.Union([Type.Null(), address], {
      description: 'Where participants return to when done, such as Prolific’s completion URL.',
    }),
    completionCode: Type.Union([Type.Null(), Type.String({ minLength: 1, maxLength: 200 })]),
  },
  NOTHING_ELSE,
);
export type StudySettings = Omit<Static<typeof StudySettings>, 'assignment'> & { assignment: Assignment };

/** A version of what participants agree to; a changed text asks again. */
export const ConsentText = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  text: Type.String(),
  createdAt: Type.Integer(),
  createdBy: Type.Union([Type.String(), Type.Null()]),
});
export type ConsentText = Static<typeof ConsentText>;

/** `GET /api/v1/flights/{id}/study`, and the answer of `PUT` with StudySettings. */
export const Study = Type.Object({
  settings: Type.Union([Type.Null(), StudySettings]),
  consents: Type.Array(ConsentText, { description: 'All versions, newest first; the newest is shown.' }),
  notCounted: Type.Integer({ description: 'Participants who were excluded or withdrew: whatever counts leaves their sessions out.' }),
});
export type Study = Omit<Static<typeof Study>, 'settings'> & { settings: StudySettings | null };

/** `POST /api/v1/flights/{id}/study/consents` → Study. An empty text ends the asking. */
export const NewConsent = Type.Object({ text: Type.String({ maxLength: 20_000 }) });
export type NewConsent = Static<typeof NewConsent>;

export const PARTICIPANT_STATES = ['invited', 'declined', 'started', 'dropped', 'completed', 'excluded', 'withdrawn'] as const;
export type ParticipantState = (typeof PARTICIPANT_STATES)[number];
export const PARTICIPANT_SOURCES = ['code', 'prolific', 'mturk', 'open'] as const;
export type ParticipantSource = (typeof PARTICIPANT_SOURCES)[number];

const moment = Type.Union([Type.Integer(), Type.Null()]);

/** Somebody who takes part in a study. */
export const Participant = Type.Object({
  id: Type.String(),
  code: Type.String({ description: 'What the log calls them.' }),
  source: Type.Union(PARTICIPANT_SOURCES.map((name) => Type.Literal(name))),
  externalId: Type.Union([Type.String(), Type.Null()], { description: 'The recruiter’s id; erased when they withdraw.' }),
  recruiter: Type.Record(Type.String(), Type.String(), {
    description:
      'What else the recruiter’s link said: Prolific’s `STUDY_ID` and `SESSION_ID`, MTurk’s `assignmentId` and `hitId`. Erased with the id.',
  }),
  state: Type.Union(PARTICIPANT_STATES.map((name) => Type.Literal(name))),
  condition: Type.Union([Type.String(), Type.Null()]),
  order: Type.Array(Type.String(), { description: 'The conditions in the order in which they meet them.' }),
  consentVersion: Type.Union([Type.Integer(), Type.Null()]),
  consentAt: moment,
  createdAt: Type.Integer(),
  startedAt: moment,
  lastAt: moment,
  completedAt: moment,
  reason: Type.Union([Type.String(), Type.Null()], { description: 'Why they were excluded.' }),
  notes: Type.String(),
  sessions: Type.Array(Type.String()),
});
export type Participant = Omit<Static<typeof Participant>, 'state' | 'source'> & { state: ParticipantState; source: ParticipantSource };

/** How a condition stands. */
export const ConditionCount = Type.Object({
  condition: Type.String(),
  quota: Type.Union([Type.Integer(), Type.Null()]),
  active: Type.Integer({ description: 'Started and not done.' }),
  completed: Type.Integer(),
  dropped: Type.Integer({ description: 'Dropped out, excluded or withdrawn: their places are filled again.' }),
});
export type ConditionCount = Static<typeof ConditionCount>;

/** `GET /api/v1/flights/{id}/participants`. */
export const Participants = Type.Object({
  participants: Type.Array(Participant),
  conditions: Type.Array(ConditionCount),
  unknownSessions: Type.Integer({ description: 'Sessions with a participant’s code that nobody here has.' }),
});
export type Participants = Omit<Static<typeof Participants>, 'participants'> & { participants: Participant[] };

/** `POST /api/v1/flights/{id}/participants` → Participants: invites so many with fresh codes. */
export const NewParticipants = Type.Object({
  count: Type.Integer({ minimum: 1, maximum: 1_000 }),
  prefix: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{0,20}$' })),
});
export type NewParticipants = Static<typeof NewParticipants>;

/** `PATCH /api/v1/flights/{id}/participants/{participant}` → Participant. */
export const ParticipantChange = Type.Object({
  notes: Type.Optional(Type.String({ maxLength: 10_000 })),
  excluded: Type.Optional(
    Type.Union([Type.Null(), Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1_000 }) })], {
      description: 'null takes an exclusion back.',
    }),
  ),
});
export type ParticipantChange = Static<typeof ParticipantChange>;

/** `POST /api/v1/flights/{id}/participants/{participant}/withdraw` → Participant: erases their sessions; the code, as a check, must be theirs. */
export const Withdrawal = Type.Object({ code: Type.String({ maxLength: 100 }) });
export type Withdrawal = Static<typeof Withdrawal>;
