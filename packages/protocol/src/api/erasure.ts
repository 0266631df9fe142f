import { Type, type Static } from 'typebox';

/** `DELETE /api/v1/people/{id}?flight=` with a `Deletion`, whose name is the person’s, or the first eight characters of a visitor’s id. */
export const PersonErasure = Type.Object({
  visitors: Type.Integer({ description: 'Browser profiles that were theirs.' }),
  sessions: Type.Integer({ description: 'Sessions that are erased, over all flights of the application.' }),
  participants: Type.Array(Type.String(), {
    description: 'Codes of study participants who were them. The codes stay, with their conditions.',
  }),
  exports: Type.Array(Type.Object({ id: Type.String(), fileName: Type.String(), createdAt: Type.Integer(), createdBy: Type.String() }), {
    description: 'Exports that may have held them and lost their files. What was downloaded before is not reached.',
  }),
});
export type PersonErasure = Static<typeof PersonErasure>;

/** `DELETE /api/v1/sessions/{id}`: what lost its file with the session. */
export const SessionErasure = Type.Pick(PersonErasure, ['exports']);
export type SessionErasure = Static<typeof SessionErasure>;
