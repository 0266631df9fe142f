import type { RecordingManifest } from '@sightline/protocol';

/** Asks the query API something, and tells how long the answer took to be read. */
export type Ask = <Answer>(path: string) => Promise<{ answer: Answer; ms: number; characters: number }>;

const INDEXED_WITHIN_MS = 600_000;

/** Asks as somebody who is signed in. */
export const asker =
  (port: number, cookie: string): Ask =>
  async <Answer>(path: string) => {
    const from = performance.now();
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text.slice(0, 300)}`);
    const answer = JSON.parse(text) as Answer;
    return { answer, ms: Math.round(performance.now() - from), characters: text.length };
  };

/** Waits until the checkpoints of a recording are made: how long that took, in ms. */
export async function indexed(ask: Ask, path: string): Promise<number> {
  const from = performance.now();
  while (performance.now() - from < INDEXED_WITHIN_MS) {
    if ((await ask<RecordingManifest>(path)).answer.tabs.every((tab) => tab.indexed)) return Math.round(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`expected the recording to be read through within ${INDEXED_WITHIN_MS} ms`);
}
