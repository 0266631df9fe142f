import { Type, type Static } from 'typebox';

/** What the tracker itself cost since its document was opened; told as the document is left, and now and then before. */
export const trackerReportDetails = Type.Object({
  trackerVersion: Type.String(),
  configuration: Type.String({ description: 'The same for the same configuration.' }),
  settingsHash: Type.Optional(Type.String({ description: 'Names the flight’s settings that the document follows.' })),
  mainThreadMs: Type.Number({ description: 'Time of the page’s main thread that went into our code.' }),
  documentMs: Type.Number({ description: 'Age of the document.' }),
  bytesSent: Type.Integer({ description: 'What was handed to the network so far, as UTF-8.' }),
  storage: Type.Union([Type.Literal('indexeddb'), Type.Literal('memory')]),
  dropped: Type.Integer({ description: 'Events that could not be kept; the reasons are in `outboxChanged`.' }),
  recording: Type.Optional(
    Type.Object(
      {
        mainThreadMs: Type.Number({
          description: 'Time of the page’s main thread that went into recording, of which `mainThreadMs` has a part.',
        }),
        snapshots: Type.Integer({ description: 'Full snapshots taken.' }),
        longestMs: Type.Number({ description: 'The longest of them.' }),
        chunks: Type.Integer(),
        characters: Type.Integer({ description: 'Of the rrweb events as JSON, before compression.' }),
        dropped: Type.Integer({ description: 'rrweb events that could not be kept; the reasons are in `recordingChanged`.' }),
        assets: Type.Integer({ description: 'Style sheets, fonts and images that were taken along.' }),
        assetsFailed: Type.Integer({ description: 'Those that could not be had and keep their address.' }),
      },
      { description: 'What its recorder did, where it has one.' },
    ),
  ),
});
export type TrackerReportDetails = Static<typeof trackerReportDetails>;
