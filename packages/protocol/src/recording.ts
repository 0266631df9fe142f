import { Type, type Static } from 'typebox';

/**
 * A run of rrweb events of one tab, compressed on the page. Chunks of a tab are numbered from 0 without gaps, apart from its events:
 * so a lost one is named, and one that came twice is stored once. One tab's chunks put one behind the other are its recording.
 */
export const RecordingChunk = Type.Object({
  sequence: Type.Integer({ minimum: 0, description: 'Position among the tab’s chunks.' }),
  at: Type.Number({ description: 'Timestamp of its first rrweb event, ms since 1970 on the page’s clock.' }),
  until: Type.Number({ description: 'Timestamp of its last.' }),
  count: Type.Integer({ minimum: 1, description: 'rrweb events in it.' }),
  snapshot: Type.Boolean({ description: 'Begins with a full snapshot: replay can start here.' }),
  encoding: Type.Union([Type.Literal('json'), Type.Literal('gzip')], {
    description: 'Of `data`: the JSON array of events as text, or its gzip as base64. `json` where the browser cannot compress.',
  }),
  data: Type.String({ maxLength: 6 * 1024 * 1024 }),
});
export type RecordingChunk = Static<typeof RecordingChunk>;

/**
 * A style sheet, font or image as the participant's browser had it, named by the SHA-256 of its bytes. A snapshot refers to it as
 * `sightline-asset:<hash>`, so it travels and is kept once however many snapshots show it: in the place of an address, and in the place
 * of a whole style sheet where that is all of `_cssText`. The text of a style sheet refers to fonts and images in the same way.
 */
export const RecordingAsset = Type.Object({
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  contentType: Type.String({ maxLength: 200 }),
  url: Type.String({ maxLength: 4_096, description: 'Where the page had it from; empty for a style sheet made by a script.' }),
  encoding: Type.Union([Type.Literal('base64'), Type.Literal('gzip')], {
    description: 'Of `data`: base64 of the bytes, or of their gzip; the hash is of the bytes themselves.',
  }),
  data: Type.String({ maxLength: 6 * 1024 * 1024 }),
});
export type RecordingAsset = Static<typeof RecordingAsset>;
