import { Type, type Static } from 'typebox';

/** The page said who the visitor is. */
export const identifiedDetails = Type.Object({
  person: Type.String({ description: 'An email address, a participant code.' }),
});
export type IdentifiedDetails = Static<typeof identifiedDetails>;
