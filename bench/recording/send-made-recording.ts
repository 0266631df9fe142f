import { randomUUID } from 'node:crypto';
import { madeRecording, type MadeChunk } from '../made-recording.ts';
import { cpuMs } from '../process-tree.ts';
import type { SystemUnderTest } from '../system-under-test.ts';

/** The lengths that a recording is opened and sought in at. */
export const LENGTHS = [
  { name: '1 minute', seconds: 60 },
  { name: '1 hour', seconds: 3_600 },
  { name: '8 hours', seconds: 28_800 },
] as const;

/** As many as a batch may have. */
const CHUNKS_A_BATCH = 64;

export type SentRecording = Awaited<ReturnType<typeof sendMadeRecording>>;

/** Sends a made recording of so many seconds, which ends now, as a tracker does, and waits until it is stored. */
export async function sendMadeRecording(system: SystemUnderTest, seconds: number) {
  const session = randomUUID();
  const tab = randomUUID();
  const begin = Date.now() - seconds * 1_000;
  const before = cpuMs(system.pid);
  let ms = 0;
  let characters = 0;
  let batch: MadeChunk[] = [];
  const post = async () => {
    const from = performance.now();
    await postChunks(system, { session, tab, recordings: batch });
    ms += performance.now() - from;
    batch = [];
  };
  for (const chunk of madeRecording(seconds, begin)) {
    characters += chunk.data.length;
    batch.push(chunk);
    if (batch.length >= CHUNKS_A_BATCH) await post();
  }
  if (batch.length > 0) await post();
  const sent = { ms, characters, cpuMs: cpuMs(system.pid) - before };
  await system.stored();
  return { session, begin, ...sent };
}

async function postChunks(
  { port, token }: SystemUnderTest,
  { session, tab, recordings }: { session: string; tab: string; recordings: MadeChunk[] },
): Promise<void> {
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
  const payload = { messageType: 'logui-event-payload', events: [], batch: randomUUID(), tab, recordings };
  const response = await fetch(`http://127.0.0.1:${port}/v1/collect`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ messageType: 'sightline-collect', handshake, messages: [payload] }),
  });
  const text = await response.text();
  if (!response.ok || !text.includes('logui-events-saved') || text.includes('refused'))
    throw new Error(`chunks were answered ${response.status}: ${text.slice(0, 300)}`);
}
