import { Type, type Static } from 'typebox';
import { LogUIGroup } from './capture-settings.ts';

/** `POST /api/v1/flights/{id}/builder`: the right to open the point-and-click builder on the flight's pages for a while. */
export const BuilderGrant = Type.Object({
  grant: Type.String({
    description: 'Goes into the fragment of the page’s address: `#sightline-builder=…`. Whoever has it may change the flight’s groups.',
  }),
  expiresAt: Type.Integer(),
});
export type BuilderGrant = Static<typeof BuilderGrant>;

const holder = { token: Type.String({ maxLength: 4_096 }), grant: Type.String({ maxLength: 4_096 }) };

/** `POST /v1/builder/open` → BuilderState, for the overlay on a page of an allowed origin. */
export const BuilderOpening = Type.Object(holder);
export type BuilderOpening = Static<typeof BuilderOpening>;

/** `POST /v1/builder/save` → BuilderState: the groups become the next version of the flight's settings. */
export const BuilderSaving = Type.Object({
  ...holder,
  version: Type.Integer({ minimum: 0, description: 'The version that the overlay opened or saved last.' }),
  logui: Type.Union([Type.Record(Type.String(), LogUIGroup), Type.Null()]),
});
export type BuilderSaving = Static<typeof BuilderSaving>;

/** What the overlay works on. */
export const BuilderState = Type.Object({
  flight: Type.String(),
  version: Type.Integer(),
  hash: Type.String(),
  logui: BuilderSaving.properties.logui,
});
export type BuilderState = Static<typeof BuilderState>;
