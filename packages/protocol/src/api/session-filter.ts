import { Type, type Static } from 'typebox';

export const DEVICES = ['desktop', 'tablet', 'phone'] as const;
export type Device = (typeof DEVICES)[number];

const several = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 1_000 }), { maxItems: 20, description });

/**
 * Which sessions a question is about, in the list, measures, heatmaps and exports alike. A list in a query string stands as often as it
 * has members. All that is given must hold; within a list of `where` on one field, any.
 */
export const SESSION_FILTER = {
  flight: Type.String(),
  from: Type.Optional(Type.Integer({ description: 'Started at or after, ms since 1970.' })),
  to: Type.Optional(Type.Integer({ description: 'Started before.' })),
  search: Type.Optional(
    Type.String({ maxLength: 200, description: 'Part of an id, visitor, entry URL or application-specific value; any case.' }),
  ),
  minEvents: Type.Optional(Type.Integer({ minimum: 0 })),
  live: Type.Optional(Type.Boolean()),
  where: Type.Optional(
    several('`field:value` of the application-specific data a session ended with, such as `condition:c2`; a field given twice takes both.'),
  ),
  whereNot: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 1_000 }), {
      maxItems: 5_000,
      description: '`field:value` pairs, as of `where`, none of which the session ended with.',
    }),
  ),
  excluded: Type.Optional(
    Type.Union([Type.Boolean(), Type.Literal('only')], {
      description:
        'Sessions of a study’s excluded or withdrawn participants: `true` takes them in, `false` leaves them out, `only` takes no others. Where nothing is said, whatever counts leaves them out; the session list and the quality board have them.',
    }),
  ),
  did: Type.Optional(
    several('Names of events that the session has, each at least once; `derived:NAME` is what a rule of the flight yielded.'),
  ),
  didNot: Type.Optional(
    several('Names of events that it has not; with `derived:NAME`, sessions to which the rule was not applied have none.'),
  ),
  sequence: Type.Optional(
    several(
      'Steps it did in this order: `event:NAME`, `page:PATH`, `click:ELEMENT` or `derived:NAME`, with `*` for anything. At most 8, within `within` ms from the first to the last.',
    ),
  ),
  within: Type.Optional(Type.Integer({ minimum: 1, description: 'See `sequence`; the whole session where left out.' })),
  page: Type.Optional(several('Paths, one of which it saw; `*` at the end stands for whatever follows.')),
  device: Type.Optional(
    Type.Array(Type.Union(DEVICES.map((device) => Type.Literal(device))), { maxItems: 3, description: 'By the user agent.' }),
  ),
} as const;

export const SessionFilter = Type.Object(SESSION_FILTER);
export type SessionFilter = Omit<Static<typeof SessionFilter>, 'device'> & { device?: Device[] };
