import { Type, type Static } from 'typebox';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** A person, or a visitor nobody has named, with what they did in a flight. Times in ms since 1970. */
export const PersonRow = Type.Object({
  id: Type.String({ description: 'A person’s id, or `visitor-` and the visitor’s.' }),
  label: nullable(Type.String({ description: 'Email or code, as the page last wrote it; null for a visitor without identity.' })),
  visitors: Type.Integer({ description: 'Browser profiles.' }),
  sessions: Type.Integer(),
  pageViews: Type.Integer(),
  firstAt: Type.Integer(),
  lastAt: Type.Integer({ description: 'Last access.' }),
  entryUrl: Type.String({ description: 'First page of the last session.' }),
  agent: Type.String({ description: 'User agent string of the last session.' }),
});
export type PersonRow = Static<typeof PersonRow>;

export const PEOPLE_SORTS = ['lastAt', 'firstAt', 'sessions', 'pageViews', 'label'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** Query of `GET /api/v1/people`. */
export const PeopleQuery = Type.Object({
  flight: Type.String(),
  from: Type.Optional(Type.Integer({ description: 'Seen at or after.' })),
  to: Type.Optional(Type.Integer({ description: 'Seen before.' })),
  known: Type.Optional(Type.Boolean({ description: 'With an identity, as by default, or those without.' })),
  search: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the label or of a visitor’s id; any case.' })),
  sort: Type.Optional(Type.Union(PEOPLE_SORTS.map((sort) => Type.Literal(sort)))),
  descending: Type.Optional(Type.Boolean()),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type PeopleQuery = Omit<Static<typeof PeopleQuery>, 'sort'> & { sort?: PeopleSort };

/** `GET /api/v1/people`. */
export const PeoplePage = Type.Object({
  people: Type.Array(PersonRow),
  total: Type.Integer({ description: 'That match, on all pages.' }),
});
export type PeoplePage = Static<typeof PeoplePage>;

/** One browser profile of a person. */
export const PersonVisitor = Type.Object({
  visitor: Type.String(),
  agent: Type.String(),
  sessions: Type.Integer(),
  pageViews: Type.Integer(),
  firstAt: Type.Integer(),
  lastAt: Type.Integer(),
});
export type PersonVisitor = Static<typeof PersonVisitor>;

/** How often and how long a person was on a page. */
export const PersonPage = Type.Object({
  url: Type.String({ description: 'Without query and fragment.' }),
  title: Type.String({ description: 'The last one it had.' }),
  views: Type.Integer(),
  timeMs: Type.Integer({ description: 'Until the next page of the tab, or the tab’s last sign of life, added up.' }),
  lastAt: Type.Integer(),
});
export type PersonPage = Static<typeof PersonPage>;

/** Two people that turned out to be one. */
export const PersonMerge = Type.Object({
  id: Type.String(),
  label: Type.String({ description: 'Of the one that was merged into this person.' }),
  visitors: Type.Integer(),
  at: Type.Integer(),
  by: Type.String({ description: 'Name of the account.' }),
});
export type PersonMerge = Static<typeof PersonMerge>;

/** `GET /api/v1/people/{id}?flight=`: a person over all flights of the application. */
export const PersonDetail = Type.Object({
  person: PersonRow,
  visitors: Type.Array(PersonVisitor),
  pages: Type.Array(PersonPage, { description: 'The most viewed first, at most 200.' }),
  merges: Type.Array(PersonMerge),
});
export type PersonDetail = Static<typeof PersonDetail>;

/** One page view of a person. */
export const Visit = Type.Object({
  at: Type.Integer({ description: 'When it happened, corrected to the server’s clock where the page said how its own went.' }),
  serverAt: Type.Integer({
    description: 'On the server’s clock: `at`, or when it was received where the page’s clock could not be compared.',
  }),
  wallAt: Type.Integer({ description: 'On the visitor’s clock.' }),
  offsetMinutes: nullable(Type.Integer({ description: 'The visitor’s offset from UTC, minutes east; null where the page did not say.' })),
  url: Type.String(),
  title: Type.String(),
  timeMs: nullable(Type.Integer({ description: 'Until the next page of the tab, or its last sign of life; null where there was none.' })),
  session: Type.String(),
  tab: Type.String(),
  visitor: Type.String(),
  flight: Type.String(),
});
export type Visit = Static<typeof Visit>;

/** `GET /api/v1/people/{id}/visits?flight=`: newest first. */
export const VisitPage = Type.Object({ visits: Type.Array(Visit), total: Type.Integer() });
export type VisitPage = Static<typeof VisitPage>;

/** `POST /api/v1/people/{id}/merge`: takes another person, who is then no longer listed, into this one. */
export const MergeRequest = Type.Object({ other: Type.String({ description: 'Id of the person, or `visitor-` and a visitor’s id.' }) });
export type MergeRequest = Static<typeof MergeRequest>;
