import { Type, type Static } from 'typebox';
import { DEVICES } from './session-filter.ts';

/** `GET /api/v1/flights/{id}/facets`: what sessions of a flight can be filtered and grouped by, the most frequent first. */
export const FlightFacets = Type.Object({
  fields: Type.Array(
    Type.Object({
      field: Type.String(),
      distinct: Type.Integer({ description: 'How many values there are.' }),
      values: Type.Array(Type.Object({ value: Type.String(), sessions: Type.Integer() }), { description: 'At most 50.' }),
    }),
    { description: 'Of the application-specific data that sessions ended with.' },
  ),
  events: Type.Array(Type.Object({ name: Type.String({ description: '`derived:NAME` is what a rule yielded.' }), events: Type.Integer() })),
  pages: Type.Array(Type.Object({ path: Type.String(), views: Type.Integer() })),
  devices: Type.Array(Type.Object({ device: Type.Union(DEVICES.map((device) => Type.Literal(device))), sessions: Type.Integer() })),
});
export type FlightFacets = Static<typeof FlightFacets>;
