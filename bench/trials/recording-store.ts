import { randomUUID } from 'node:crypto';
import type { RecordingManifest, RecordingMoment, RecordingPart } from '@sightline/protocol';
import { sightline } from '../../e2e/server.ts';
import { madeRecording, type MadeChunk } from '../made-recording.ts';
import { cpuMs } from '../process-tree.ts';
import { signIn } from '../sign-in.ts';
import { systemUnderTest, type SystemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

const EMAIL = 'bench@example.org';
const LENGTHS = [
  { name: '1 minute', seconds: 60 },
  { name: '1 hour', seconds: 3_600 },
  { name: '8 hours', seconds: 28_800 },
] as const;
const CHUNKS_A_BATCH = 20;
const SEEKS = 40;
const INDEXED_WITHIN_MS = 120_000;

/** How recordings of three lengths are taken in, kept, opened and sought in, at the server: what a browser then does with it is the player's. */
export const recordingStore: Trial = {
  name: 'recording-store',
  conditions:
    'one full snapshot of 1,500 nodes, then a chunk a second: 3.5 mutations, 20 places of the mouse (8 hours: 100,000 mutations, 28,800 chunks); made after what rrweb sends, not recorded; over HTTP, JSON read, server, engine and client on the same machine',
  async run() {
    const system = await systemUnderTest();
    try {
      const cookie = await signedIn(system);
      const lines: Line[] = [];
      for (const { name, seconds } of LENGTHS) lines.push(...(await linesOf(system, cookie, name, seconds)));
      return lines;
    } finally {
      await system.stop();
    }
  },
};

async function signedIn(system: SystemUnderTest): Promise<string> {
  const password = (await sightline(system.dataDir, ['user', 'add', '--email', EMAIL])).trim();
  return signIn(`http://127.0.0.1:${system.port}`, { email: EMAIL, password });
}

async function linesOf(system: SystemUnderTest, cookie: string, name: string, seconds: number): Promise<Line[]> {
  const session = randomUUID();
  const begin = Date.now() - seconds * 1_000;
  const sent = await send(system, session, seconds, begin);
  await system.stored();
  const ask = asker(system.port, cookie);
  const path = `/api/v1/sessions/${session}/recording`;

  const opened = await ask<RecordingManifest>(path);
  const [tab] = opened.answer.tabs;
  if (tab === undefined) throw new Error(`${name}: expected a recorded tab, found none`);
  const firstMoment = await ask<RecordingMoment>(`${path}/${tab.tab}/at?time=${tab.at}`);
  const firstPart = await ask<RecordingPart>(`${path}/${tab.tab}?from=${firstMoment.answer.from}&to=${tab.runs[0]?.to}`);
  const indexedMs = await indexed(ask, path);

  const seeks: Awaited<ReturnType<typeof seekTo>>[] = [];
  for (let seek = 0; seek < SEEKS; seek += 1)
    seeks.push(await seekTo(ask, `${path}/${tab.tab}`, begin + ((seek * 7_919) % (seconds * 1_000))));
  const ofSeeks = (value: (seek: (typeof seeks)[number]) => number) => seeks.map(value).toSorted((one, other) => one - other);
  const [ms, events, characters] = [ofSeeks((seek) => seek.ms), ofSeeks((seek) => seek.events), ofSeeks((seek) => seek.characters)];
  return [
    {
      what: `${name}: taken in, durable`,
      value: `${Math.round((seconds / sent.ms) * 1_000)} chunks/s; processor ${(sent.cpuMs / seconds).toFixed(2)} ms a chunk`,
    },
    {
      what: `${name}: bytes as sent (base64 of gzip)`,
      value: `${Math.round(sent.characters / 1_000)} kB, ${((sent.characters / seconds) * 0.06).toFixed(1)} kB a minute`,
    },
    {
      what: `${name}: opened at once, nothing read through yet`,
      value: `manifest ${opened.ms} ms (${Math.round(opened.characters / 1_000)} kB), moment ${firstMoment.ms} ms, first run ${firstPart.ms} ms: ${opened.ms + firstMoment.ms + firstPart.ms} ms`,
      bar: 'first frame < 1 s',
    },
    { what: `${name}: read through for checkpoints`, value: `${indexedMs} ms in the background` },
    {
      what: `${name}: seek`,
      value: `median ${at(ms, 0.5)} ms, p95 ${at(ms, 0.95)} ms, most ${at(ms, 1)} ms; events to apply: median ${at(events, 0.5)}, most ${at(events, 1)}; ${Math.round(at(characters, 0.5) / 1_000)} kB of JSON, most ${Math.round(at(characters, 1) / 1_000)}`,
      bar: '< 300 ms',
    },
  ];
}

const at = (sorted: number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);

async function send({ port, pid, token }: SystemUnderTest, session: string, seconds: number, begin: number) {
  const tab = randomUUID();
  const before = cpuMs(pid);
  let ms = 0;
  let characters = 0;
  let batch: MadeChunk[] = [];
  const post = async () => {
    const from = performance.now();
    const handshake = {
      messageType: 'logui-handshake-request',
      sessionUUID: session,
      clientTimestamp: Date.now(),
      clientVersion: '1.0.0',
      protocolVersion: 1,
      applicationIdentifier: token,
      applicationSpecificData: {},
      tab,
    };
    const payload = { messageType: 'logui-event-payload', events: [], batch: randomUUID(), tab, recordings: batch };
    const response = await fetch(`http://127.0.0.1:${port}/v1/collect`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost' },
      body: JSON.stringify({ messageType: 'sightline-collect', handshake, messages: [payload] }),
    });
    const text = await response.text();
    if (!response.ok || text.includes('refused')) throw new Error(`chunks were answered ${response.status}: ${text.slice(0, 300)}`);
    ms += performance.now() - from;
    batch = [];
  };
  for (const chunk of madeRecording(seconds, begin)) {
    characters += chunk.data.length;
    batch.push(chunk);
    if (batch.length >= CHUNKS_A_BATCH) await post();
  }
  if (batch.length > 0) await post();
  return { ms, characters, cpuMs: cpuMs(pid) - before };
}

type Ask = <Answer>(path: string) => Promise<{ answer: Answer; ms: number; characters: number }>;

const asker =
  (port: number, cookie: string): Ask =>
  async <Answer>(path: string) => {
    const from = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text.slice(0, 300)}`);
    const answer = JSON.parse(text) as Answer;
    return { answer, ms: Math.round(performance.now() - from), characters: text.length };
  };

async function indexed(ask: Ask, path: string): Promise<number> {
  const from = performance.now();
  while (performance.now() - from < INDEXED_WITHIN_MS) {
    if ((await ask<RecordingManifest>(path)).answer.tabs.every((tab) => tab.indexed)) return Math.round(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`expected the recording to be read through within ${INDEXED_WITHIN_MS} ms`);
}

/** As a player seeks: the moment, then the chunks from there; without what it does to show them. */
async function seekTo(ask: Ask, path: string, time: number) {
  const from = performance.now();
  const moment = await ask<RecordingMoment>(`${path}/at?time=${time}`);
  let events = moment.answer.events.length;
  let { characters } = moment;
  for (let next = moment.answer.to === null ? null : moment.answer.from; next !== null;) {
    const part = await ask<RecordingPart>(`${path}?from=${next}&to=${moment.answer.to}`);
    events += part.answer.chunks.reduce((sum, chunk) => sum + chunk.events.length, 0);
    characters += part.characters;
    next = part.answer.next;
  }
  return { ms: performance.now() - from, events, characters };
}
