import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ApplicationId, FlightId, SessionId, TabId } from '@sightline/protocol';
import type { Batch, EventRow } from '../src/batch.ts';

export const FLIGHT = 'f0000000-0000-4000-8000-000000000001' as FlightId;
/** 2026-09-21: when the batches of tests happen. */
export const BEGIN = 1_790_000_000_000;

/** An event of a test, with all that a test does not care about. */
export const eventRow = (sequence: number, changes: Partial<EventRow> = {}): EventRow => ({
  sequence,
  type: 'interactionEvent',
  name: 'click',
  at: BEGIN + sequence * 100,
  wallAt: BEGIN - 5_000 + sequence * 100,
  monotonicAt: sequence * 100 + 0.125,
  epoch: 0,
  pageView: null,
  url: 'https://example.org/',
  details: { path: `main > button.b${sequence % 7}`, x: sequence },
  metadata: [],
  applicationSpecificData: {},
  extra: {},
  ...changes,
});

/** A batch of a test. */
export const batch = (changes: Partial<Batch> = {}): Batch => ({
  application: 'a0000000-0000-4000-8000-000000000001' as ApplicationId,
  flight: FLIGHT,
  session: randomUUID() as SessionId,
  sessionRef: '',
  tab: randomUUID() as TabId,
  visitor: null,
  dialect: 'native',
  agent: 'Test/1.0',
  receivedAt: BEGIN + 1_000,
  offsetMs: 5_000,
  offsetErrorMs: 12.5,
  fresh: true,
  events: [],
  refused: [],
  recordings: [],
  ...changes,
});

/** Batches as the spool writes them. */
export function segmentOf(directory: string, batches: Batch[], token = `${randomUUID()}.spool`): { path: string; token: string } {
  const path = join(directory, token);
  writeFileSync(path, batches.map(line).join(''));
  return { path, token };
}

function line(of: Batch): string {
  const json = JSON.stringify(of);
  return `["${crc32(json).toString(16).padStart(8, '0')}",${Buffer.byteLength(json)},${json}]\n`;
}
