import type { RecordedTab, RecordingManifest, RecordingPart } from '@sightline/protocol';
import { asker, indexed, type Ask } from '../recording/asker.ts';
import { LENGTHS, sendMadeRecording } from '../recording/send-made-recording.ts';
import { signedIn } from '../signed-in.ts';
import { systemUnderTest, type SystemUnderTest } from '../system-under-test.ts';
import type { Line, Trial } from '../trial.ts';

const SEEKS = 40;

/** How recordings of three lengths are taken in, kept, opened and sought in, at the server: what a browser then does with it is the player's. */
export const recordingStore: Trial = {
  name: 'recording-store',
  conditions:
    'one full snapshot of 1,500 nodes, then a chunk a second: 3.5 mutations, 20 places of the mouse (8 hours: 100,000 mutations, 28,800 chunks); made after what rrweb sends, not recorded, and sent a hundred chunks at a time; over HTTP, JSON read, server, engine and client on the same machine',
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

async function linesOf(system: SystemUnderTest, cookie: string, name: string, seconds: number): Promise<Line[]> {
  const { session, begin, ...sent } = await sendMadeRecording(system, seconds);
  const ask = asker(system.port, cookie);
  const path = `/api/v1/sessions/${session}/recording`;

  const opened = await ask<RecordingManifest>(path);
  const [tab] = opened.answer.tabs;
  if (tab === undefined) throw new Error(`${name}: expected a recorded tab, found none`);
  const firstPart = await ask<RecordingPart>(`${path}/${tab.tab}?from=${tab.runs[0]?.from}&to=${tab.runs[0]?.to}`);
  const indexedMs = await indexed(ask, path);
  const read = (await ask<RecordingManifest>(path)).answer.tabs[0] ?? tab;

  const seeks: Awaited<ReturnType<typeof seekTo>>[] = [];
  for (let seek = 0; seek < SEEKS; seek += 1)
    seeks.push(await seekTo(ask, `${path}/${tab.tab}`, read, begin + ((seek * 7_919) % (seconds * 1_000))));
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
      value: `manifest ${opened.ms} ms (${Math.round(opened.characters / 1_000)} kB), first run ${firstPart.ms} ms: ${opened.ms + firstPart.ms} ms`,
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

/** As a player seeks: the nearest checkpoint and the chunks from there to the end of the moment's run; without what it does to show them. */
async function seekTo(ask: Ask, path: string, { runs, checkpoints }: RecordedTab, time: number) {
  const checkpoint = checkpoints.findLast(({ at: shown }) => shown <= time)?.sequence;
  const to = (runs.findLast((run) => run.at <= time) ?? runs[0])?.to ?? 0;
  let [ms, events, characters] = [0, 0, 0];
  for (let next: number | null = (checkpoint ?? -1) + 1; next !== null;) {
    const named = next === (checkpoint ?? -1) + 1 && checkpoint !== undefined ? `&checkpoint=${checkpoint}` : '';
    const part: Awaited<ReturnType<typeof ask<RecordingPart>>> = await ask<RecordingPart>(
      `${path}?from=${next}&to=${Math.max(to, next)}${named}`,
    );
    ms += part.ms;
    characters += part.characters;
    events += [part.answer.keyframe ?? { events: [] }, ...part.answer.chunks].reduce((sum, { events: { length } }) => sum + length, 0);
    next = part.answer.next;
  }
  return { ms, events, characters };
}
