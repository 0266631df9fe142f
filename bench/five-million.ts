import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedEngine } from '../packages/server/src/engine/embedded-engine.ts';
import { createStore } from '../packages/server/src/store/index.ts';
import { frame } from './frames.ts';
import { defaultFlight } from './large-store.ts';
import { visits } from './visits.ts';

const SEGMENT_BYTES = 8 * 1024 * 1024;
const QUIET = { info: () => undefined, warn: () => undefined };

/** What a data directory of made-up visits is to hold. */
export interface MadeVisits {
  dataDir: string;
  sessions: number;
  days: number;
  /** When the last of them began. */
  until: number;
  childScript: string;
}

/** A data directory with visits of a shop in its default flight: some 50 events a session, skewed pages, real sequences, returning visitors. Made once. */
export async function madeVisits({ dataDir, sessions, days, until, childScript }: MadeVisits): Promise<{ flight: string; events: number }> {
  if (existsSync(dataDir)) return { flight: await defaultFlight(dataDir), events: 0 };
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const flight = await defaultFlight(unfinished);
  const engine = embeddedEngine({ directory: join(unfinished, 'store'), childScript, log: QUIET });
  const store = createStore({ engine, now: Date.now, log: QUIET });
  const path = join(unfinished, 'segment');
  let lines: string[] = [];
  let bytes = 0;
  let events = 0;
  let segments = 0;
  const load = async () => {
    writeFileSync(path, lines.join(''));
    await store.load({ path, token: `visits-${segments}` });
    [lines, bytes, segments] = [[], 0, segments + 1];
  };
  try {
    for (const batches of visits({ seed: 'visits', sessions, days, from: until - days * 86_400_000, flight })) {
      for (const batch of batches) {
        const line = frame(batch);
        lines.push(line);
        bytes += line.length;
        events += batch.events.length;
      }
      if (bytes > SEGMENT_BYTES) await load();
    }
    await load();
    rmSync(path);
  } finally {
    await engine.stop();
  }
  renameSync(unfinished, dataDir);
  return { flight, events };
}
