import { Type, type Static } from 'typebox';

const name = Type.String({ minLength: 1, maxLength: 100 });

/** What a view restores: the part of its page's URL that is its own, without application, flight and time range. */
export const ViewSearch = Type.Record(
  Type.String({ maxLength: 40 }),
  Type.Union([Type.String({ maxLength: 4_000 }), Type.Number(), Type.Boolean()]),
  { maxProperties: 30 },
);
export type ViewSearch = Static<typeof ViewSearch>;

/** A named filter, order and choice of columns of a page, shared by all who see its application. */
export const SavedView = Type.Object({
  id: Type.String(),
  application: Type.String(),
  page: Type.String({ description: 'Which page it is of: `sessions`.' }),
  name: Type.String(),
  search: ViewSearch,
  createdBy: Type.String({ description: 'Name of the account.' }),
  createdAt: Type.Integer(),
});
export type SavedView = Static<typeof SavedView>;

/** `GET /api/v1/applications/:id/views`, by name. */
export const SavedViews = Type.Object({ views: Type.Array(SavedView) });
export type SavedViews = Static<typeof SavedViews>;

/** Body of `POST /api/v1/applications/:id/views`. */
export const NewSavedView = Type.Object({ page: Type.Literal('sessions'), name, search: ViewSearch });
export type NewSavedView = Static<typeof NewSavedView>;

/** Body of `PATCH /api/v1/views/:id`. */
export const SavedViewChange = Type.Object({ name: Type.Optional(name), search: Type.Optional(ViewSearch) });
export type SavedViewChange = Static<typeof SavedViewChange>;
