import { Type, type Static } from 'typebox';
import { UUID } from '../ids.ts';

/** An application with its flights: `GET /api/v1/applications`. */
export const FlightToken = Type.Object({
  id: Type.String(),
  token: Type.String({ description: 'What the page carries. Public by nature; revoke it to shut a page out.' }),
  createdAt: Type.Integer(),
});
export type FlightToken = Static<typeof FlightToken>;

/** What becomes of an application or a flight: absent while it is in use. Neither takes events while one of them is there. */
const LIFE = {
  archivedAt: Type.Optional(Type.Integer({ description: 'Put aside: it can be looked at, and takes no events.' })),
  erasedFrom: Type.Optional(
    Type.Integer({ description: 'Deleted: from then on all its data is erased for good; until then it can be restored.' }),
  ),
} as const;

export const Flight = Type.Object({
  id: Type.String(),
  applicationId: Type.String(),
  name: Type.String(),
  active: Type.Boolean({ description: 'Off: new sessions are refused and running ones stopped.' }),
  allowedOrigins: Type.Array(Type.String(), {
    description: '`https://example.org`, `http://localhost:*` (any port), `https://*.example.org`, or `*`.',
  }),
  acceptsUnsigned: Type.Boolean({
    description: 'Takes the recording backend’s and UNT’s calls, which carry no token, from anywhere the origins allow.',
  }),
  tokens: Type.Array(FlightToken),
  createdAt: Type.Integer(),
  ...LIFE,
});
export type Flight = Static<typeof Flight>;

export const Application = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: Type.Integer(),
  flights: Type.Array(Flight),
  ...LIFE,
});
export type Application = Static<typeof Application>;

/** `GET /api/v1/applications`. */
export const Applications = Type.Object({ applications: Type.Array(Application) });
export type Applications = Static<typeof Applications>;

const name = Type.String({ minLength: 1, maxLength: 256 });
const allowedOrigins = Type.Array(Type.String({ minLength: 1, maxLength: 1_024 }), { maxItems: 100 });

const id = Type.Optional(
  Type.String({ pattern: UUID, description: 'The id it had on an old LogUI server, whose tokens name it; a new one where left out.' }),
);

/** `POST /api/v1/applications` → Application. */
export const NewApplication = Type.Object({ name, id });
export type NewApplication = Static<typeof NewApplication>;

/** `POST /api/v1/applications/{id}/flights` → Flight. */
export const NewFlight = Type.Object({ name, allowedOrigins: Type.Optional(allowedOrigins), id });
export type NewFlight = Static<typeof NewFlight>;

/** `PATCH /api/v1/flights/{id}` → Flight. `POST /api/v1/flights/{id}/tokens` → Flight with one more; `DELETE /api/v1/flights/{id}/tokens/{tokenId}` → Flight. */
export const FlightChange = Type.Object({
  name: Type.Optional(name),
  active: Type.Optional(Type.Boolean()),
  allowedOrigins: Type.Optional(allowedOrigins),
  acceptsUnsigned: Type.Optional(Type.Boolean()),
  archived: Type.Optional(Type.Boolean()),
});
export type FlightChange = Static<typeof FlightChange>;

/** `PATCH /api/v1/applications/{id}` → Application. */
export const ApplicationChange = Type.Object({ name: Type.Optional(name), archived: Type.Optional(Type.Boolean()) });
export type ApplicationChange = Static<typeof ApplicationChange>;

/** How long what was deleted can be restored. */
export const ERASED_AFTER_DAYS = 7;

/**
 * `DELETE /api/v1/applications/{id}` and `DELETE /api/v1/flights/{id}`, for owners → Applications. `POST …/restore` takes it back.
 * The name must be the thing's own, so that nobody deletes what they did not mean.
 */
export const Deletion = Type.Object({ name: Type.String({ maxLength: 256 }) });
export type Deletion = Static<typeof Deletion>;
