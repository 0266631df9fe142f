import { Type, type Static } from 'typebox';
import { SESSION_FILTER, type SessionFilter } from './session-filter.ts';

const share = (description?: string) => Type.Number({ minimum: 0, maximum: 1, ...(description !== undefined && { description }) });

/** A part of an element that belongs to an area, in shares of the element's width and height. */
export const AreaPart = Type.Object({
  path: Type.String({ minLength: 1, maxLength: 4_000, description: 'CSS path of the element, as the tracker makes it.' }),
  left: share(),
  top: share(),
  right: share(),
  bottom: share(),
});
export type AreaPart = Static<typeof AreaPart>;

/** Where an area is: worked out once, on the recorded page it was made on, and never changed. */
export const AreaShape = Type.Object({
  selector: Type.Union([Type.String({ maxLength: 1_000 }), Type.Null()], { description: 'What it was made from; null: drawn.' }),
  drawnOn: Type.String({ maxLength: 300, description: 'The recorded view it was made on: `session/tab/at`.' }),
  parts: Type.Array(AreaPart, {
    minItems: 1,
    maxItems: 2_000,
    description: 'What is in one of them is in the area; so is what is inside an element that is in it whole.',
  }),
  top: share('Upper edge, as a share of the page’s height.'),
  bottom: share('Lower edge.'),
  page: Type.Optional(
    Type.Object(
      {
        width: Type.Integer({ minimum: 1, description: 'Of the viewport it was made in, CSS pixels.' }),
        boxes: Type.Array(Type.Object({ left: Type.Number(), top: Type.Number(), right: Type.Number(), bottom: Type.Number() }), {
          minItems: 1,
          maxItems: 2_000,
          description: 'CSS pixels of the page; right and lower edges are outside.',
        }),
      },
      {
        description:
          'Where it is on the page as shown in a viewport of that width: for fixations that tell a place on the page and no element.',
      },
    ),
  ),
});
export type AreaShape = Static<typeof AreaShape>;

const name = Type.String({ minLength: 1, maxLength: 200 });

/** `POST /api/v1/flights/{id}/areas` → Area. */
export const NewArea = Type.Object({
  path: Type.String({ minLength: 1, maxLength: 2_000, description: 'The page; `*` at the end stands for whatever follows.' }),
  name,
  shape: AreaShape,
});
export type NewArea = Static<typeof NewArea>;

/** `PUT /api/v1/areas/{id}` → Area, with one version more. */
export const AreaChange = Type.Object({ name: Type.Optional(name), shape: Type.Optional(AreaShape) });
export type AreaChange = Static<typeof AreaChange>;

/** An area of interest: its newest version, and which there were. `DELETE /api/v1/areas/{id}` retires it; its versions stay for old results. */
export const Area = Type.Object({
  id: Type.String(),
  flight: Type.String(),
  path: Type.String(),
  name: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  shape: AreaShape,
  createdAt: Type.Integer(),
  retiredAt: Type.Union([Type.Integer(), Type.Null()]),
  versions: Type.Array(Type.Object({ version: Type.Integer(), name: Type.String(), createdAt: Type.Integer(), createdBy: Type.String() })),
});
export type Area = Static<typeof Area>;

/** `GET /api/v1/flights/{id}/areas`. */
export const Areas = Type.Object({ areas: Type.Array(Area) });
export type Areas = Static<typeof Areas>;

/** Query of `GET /api/v1/areas/measures`. */
export const AreaMeasuresQuery = Type.Object({
  ...SESSION_FILTER,
  path: Type.String({ minLength: 1, maxLength: 2_000 }),
  by: Type.Optional(
    Type.String({ maxLength: 200, description: 'A field of the application-specific data: a row for each of its values.' }),
  ),
  area: Type.Optional(Type.String({ description: 'Only this one.' })),
  version: Type.Optional(Type.Integer({ minimum: 1, description: 'Of that area; the newest where left out.' })),
});
export type AreaMeasuresQuery = SessionFilter & { path: string; by?: string; area?: string; version?: number };

const some = (description: string) => Type.Union([Type.Number(), Type.Null()], { description });

/** One area in one group of sessions: a row of the table. Exports (`area_measures`) have a row for each session. */
export const AreaMeasure = Type.Object({
  area: Type.String({ description: 'Id of the area.' }),
  version: Type.Integer({ description: 'Of the area: results keep the version they were worked out with.' }),
  name: Type.String({ description: 'Of the area, in that version.' }),
  group: Type.String({ description: 'Value of the field that was asked by; empty where none was.' }),
  sessions: Type.Integer({ description: 'Sessions that saw the page and were read.' }),
  views: Type.Integer({ description: 'Page views of those.' }),
  clicks: Type.Integer({ description: 'Clicks in the area.' }),
  sessionsClicked: Type.Integer({ description: 'Sessions with at least one.' }),
  firstClickMs: some('Median over sessions that clicked: from the beginning of the page view to its first click in the area, ms.'),
  hoverMs: some('Mean per session whose cursor was recorded: time the cursor was in the area, ms.'),
  inViewMs: some('Mean per session of which it is known: time the area was in view, ms. In view: half of it, or half of the viewport.'),
  gazeSessions: Type.Integer({ description: 'Sessions with fixations on the page.' }),
  fixations: Type.Integer({ description: 'Fixations in the area.' }),
  dwellMs: some('Mean per session with fixations: time of fixations in the area, ms.'),
  fixationsUnplaced: Type.Integer({
    description:
      'Fixations that tell a place on the page and no element, of which it cannot be said whether they are in the area: the page was shown in another width, or the area does not tell where it is. They count nowhere else.',
  }),
  dwellShare: some('Mean per session with fixations: time of those in the area, as a share of the time of all on the page, 0 to 1.'),
  firstFixationMs: some('Median over sessions that looked: from the beginning of the page view to the first fixation in the area, ms.'),
  neverFixated: Type.Integer({ description: 'Sessions with fixations on the page and none in the area: censored, not counted as 0.' }),
});
export type AreaMeasure = Static<typeof AreaMeasure>;

/** `GET /api/v1/areas/measures`. */
export const AreaMeasures = Type.Object({
  rows: Type.Array(AreaMeasure),
  transitions: Type.Array(
    Type.Object({
      group: Type.String(),
      from: Type.String({ description: 'Id of an area.' }),
      to: Type.String({ description: 'Id of another.' }),
      count: Type.Integer({
        description: 'How often a visit of the gaze to the first was followed by one to the second, on one page view.',
      }),
      probability: Type.Number({ description: 'Of all ways out of the first, 0 to 1.' }),
    }),
    { description: 'The most frequent first. A fixation in areas within each other is in the inner one.' },
  ),
  sessions: Type.Integer({ description: 'Sessions that saw the page.' }),
  sessionsRead: Type.Integer({ description: 'Of these: measured, the newest.' }),
});
export type AreaMeasures = Static<typeof AreaMeasures>;
