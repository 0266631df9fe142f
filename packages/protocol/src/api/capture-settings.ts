import { Type, type Static } from 'typebox';
import { JsonObject } from '../values.ts';

/** A misspelt setting would otherwise be kept and do nothing. */
const NOTHING_ELSE = { additionalProperties: false } as const;
const selectors = (description: string) => Type.Array(Type.String({ minLength: 1, maxLength: 1_000 }), { maxItems: 100, description });
const seconds = (least: number, description: string) => Type.Number({ minimum: least, maximum: 86_400, description });

/** What the recorder takes of the page, and what never leaves it. Inputs are always masked. */
export const RecordingSettings = Type.Object(
  {
    enabled: Type.Boolean({ description: 'Record what the participant saw.' }),
    maskAllText: Type.Boolean({ description: 'Every text becomes asterisks of its length.' }),
    maskText: selectors('Elements whose text becomes asterisks.'),
    block: selectors('Elements of which only the size is recorded.'),
    ignore: selectors('Inputs of which not even the length of what is typed is recorded.'),
    maskAttributes: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
      maxItems: 100,
      description: 'Attributes that are left out.',
    }),
    canvas: Type.Boolean({ description: 'Pictures of canvases, twice a second.' }),
    images: Type.Boolean({ description: 'Keep the page’s images as the participant had them.' }),
    fonts: Type.Boolean({ description: 'Keep the page’s fonts and style sheets as the participant had them.' }),
    crossOriginFrames: Type.Boolean({ description: 'Frames of other origins that carry the recorder, too.' }),
    moveEveryMs: Type.Integer({ minimum: 20, maximum: 1_000, description: 'How often the pointer’s place is taken.' }),
  },
  NOTHING_ELSE,
);
export type RecordingSettings = Static<typeof RecordingSettings>;

/** What the exact clock over tabs goes by. */
export const PresenceSettings = Type.Object(
  {
    enabled: Type.Boolean(),
    idleAfterS: seconds(1, 'Without input for so long a person is idle.'),
    resumeWithinS: seconds(0, 'A session goes on if the site is opened again so soon after it was closed.'),
    idleEndsS: seconds(60, 'So long without any sign ends a session.'),
  },
  NOTHING_ELSE,
);
export type PresenceSettings = Static<typeof PresenceSettings>;

const MetadataRequest = Type.Object({
  nameForLog: Type.String({ minLength: 1, maxLength: 200 }),
  sourcer: Type.String({ minLength: 1, maxLength: 200 }),
  lookFor: Type.String({ minLength: 1, maxLength: 1_000 }),
  onElement: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
});

/** One group of LogUI’s `trackingConfiguration`: which elements, which handler, and what it is called in the log. */
export const LogUIGroup = Type.Object({
  selector: Type.String({ minLength: 1, maxLength: 1_000 }),
  event: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'A handler: `mouseClick`, `mouseHover`, `formSubmission`, … or a DOM event.',
  }),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  bubbling: Type.Optional(Type.Union([Type.Literal('all'), Type.Literal('innermost')])),
  properties: Type.Optional(JsonObject),
  metadata: Type.Optional(Type.Array(MetadataRequest, { maxItems: 50 })),
});
export type LogUIGroup = Static<typeof LogUIGroup>;

/** What a flight records: the whole of what its pages are told. */
export const CaptureSettings = Type.Object(
  {
    events: Type.Union([Type.Literal('all'), Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 })], {
      description: 'Browser events by their collectors’ names.',
    }),
    logui: Type.Union([Type.Record(Type.String(), LogUIGroup), Type.Null()], {
      description: 'LogUI’s `trackingConfiguration`: groups with selector, event and name; null for none.',
    }),
    recording: RecordingSettings,
    presence: PresenceSettings,
    consent: Type.Union([Type.Literal('none'), Type.Literal('required')], {
      description: '`required`: nothing is kept or sent before the page called `grant`.',
    }),
    doNotTrack: Type.Union([Type.Literal('obey'), Type.Literal('count'), Type.Literal('ignore')]),
  },
  NOTHING_ELSE,
);
export type CaptureSettings = Static<typeof CaptureSettings>;

/** What a flight starts with. */
export const DEFAULT_CAPTURE: CaptureSettings = {
  events: 'all',
  logui: null,
  recording: {
    enabled: false,
    maskAllText: false,
    maskText: [],
    block: [],
    ignore: [],
    maskAttributes: [],
    canvas: false,
    images: true,
    fonts: true,
    crossOriginFrames: false,
    moveEveryMs: 50,
  },
  presence: { enabled: true, idleAfterS: 30, resumeWithinS: 300, idleEndsS: 1_800 },
  consent: 'none',
  doNotTrack: 'obey',
};

/** One version of a flight's settings: `GET /api/v1/flights/{id}/settings` (newest first), `PUT` makes the next. */
export const SettingsVersion = Type.Object({
  version: Type.Integer({ minimum: 0, description: 'Counts from 1; 0 are the defaults.' }),
  hash: Type.String({ description: 'SHA-256 of the settings as canonical JSON, 16 hex digits: what sessions carry.' }),
  settings: CaptureSettings,
  createdAt: Type.Integer(),
  createdBy: Type.Union([Type.String(), Type.Null()], { description: 'Name of the account.' }),
});
export type SettingsVersion = Static<typeof SettingsVersion>;

/** `GET /api/v1/flights/{id}/settings`: every version, newest first; the last one is 0, the defaults. */
export const SettingsVersions = Type.Object({ versions: Type.Array(SettingsVersion) });
export type SettingsVersions = Static<typeof SettingsVersions>;

/** `PUT /api/v1/flights/{id}/settings` → SettingsVersion: the next version, or the newest where nothing differs from it. */
export const NewSettings = Type.Object({
  version: Type.Integer({ minimum: 0, description: 'The newest version the editor has seen; a newer one refuses the change.' }),
  settings: CaptureSettings,
});
export type NewSettings = Static<typeof NewSettings>;

/** `GET /v1/settings?token=…`, for pages: what the flight of a token records now. */
export const PublicSettings = Type.Object({ hash: Type.String(), version: Type.Integer(), settings: CaptureSettings });
export type PublicSettings = Static<typeof PublicSettings>;
