import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SessionSummary } from '@sightline/protocol';
import { bytesOf } from './asset-addresses.ts';
import type { RecordingExport } from './recording-export.ts';
import { replayPieces } from './replay-pieces.ts';

/** One page that plays a session without a network: player, events, recording and the files it refers to are in it. */
export const replay: RecordingExport = {
  name: 'replay',
  mediaType: 'text/html; charset=utf-8',
  fileName: (session) => `sightline-${session}.html`,
  async *write(store, { session, flight }) {
    const key = { session, flight };
    const [summary, script, style] = await Promise.all([store.sessionSummary(key), built('replay-file.js'), built('replay-file.css')]);
    yield head(summary, session, style);
    yield '<script type="application/json" id="events">[';
    let separator = '';
    for await (const line of store.eventLines(key)) {
      yield `${separator}${inert(JSON.stringify(line))}\n`;
      separator = ',';
    }
    yield ']</script>\n';
    for await (const { body, ...piece } of replayPieces(store, key))
      yield `<script type="text/plain" data-recording="${attribute(JSON.stringify(piece))}">${body}</script>\n`;
    for (const hash of await store.assetHashes(key)) {
      const asset = await store.asset({ flight, hash });
      if (asset === undefined) continue;
      const body = bytesOf(asset).toString('base64');
      yield `<script type="text/plain" data-asset="${hash}" data-type="${attribute(asset.contentType)}">${body}</script>\n`;
    }
    yield `<script>${script.replaceAll('</script', '<\\/script')}</script>\n</body>\n</html>\n`;
  },
};

const built = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../dashboard/dist/replay-file/${name}`, import.meta.url)), 'utf8');

/** The page runs its own scripts and nothing else, and asks nobody for anything. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline' data:",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const head = (summary: SessionSummary | undefined, session: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Session ${session}</title>
<style>${style.replaceAll('</style', '<\\/style')}</style>
</head>
<body>
<header><h1>Session ${text(summary?.ref ?? session)}</h1><p>${text(about(summary))}</p></header>
<main id="stage" aria-label="The page as it was"><div id="frame"></div><p id="empty" hidden>Nothing of this session was recorded. Its events are listed beside.</p></main>
<aside><h2>Events</h2><div id="list" tabindex="0" role="group" aria-label="Events"></div></aside>
<footer>
<button type="button" id="toggle">Play</button>
<input type="range" id="bar" step="1" aria-label="Time">
<span id="clock"></span>
<label>Speed <select id="speed"></select></label>
<label id="tabs-label">Tab <select id="tabs"></select></label>
</footer>
`;

const about = (summary: SessionSummary | undefined): string =>
  summary === undefined
    ? ''
    : [new Date(summary.startedAt).toISOString(), summary.entryUrl, summary.agent].filter((part) => part !== '').join(' · ');

/** JSON that a script element holds without ending it. */
const inert = (json: string): string => json.replaceAll('<', '\\u003c');
const text = (given: string): string => given.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const attribute = (given: string): string => text(given).replaceAll('"', '&quot;');
