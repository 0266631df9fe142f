import type { Client } from '@sightline/client';
import { stageEvents, type RecordedEvents } from '../player/recording/stage-events.ts';
import { createSheets } from '../player/recording/sheets.ts';
import { createPurifier } from '../player/safe/purifier.ts';
import type { Resource } from '../player/safe/resource.ts';
import type { RecordedMoment } from './recorded-moment.ts';

/** Everything that shows a moment of a recorded tab, made harmless: from the last keyframe before it on. */
export async function readMoment(
  api: Pick<Client, 'recordingAt' | 'recordingPart'>,
  { session, tab, at }: RecordedMoment,
  { resource, sheet }: { resource: Resource; sheet: (hash: string) => Promise<string> },
  signal: AbortSignal,
) {
  const moment = await api.recordingAt(session, tab, at, signal);
  const parts: RecordedEvents[] = moment.events.length > 0 ? [{ events: moment.events, offsetMs: moment.offsetMs }] : [];
  let next = moment.from;
  while (next !== null && moment.to !== null && next <= moment.to) {
    const part = await api.recordingPart(session, tab, { from: next, to: moment.to }, signal);
    parts.push(...part.chunks);
    next = part.next !== null && part.next > next ? part.next : null;
  }
  await createSheets({ load: sheet })(parts);
  const events = parts.flatMap(stageEvents(createPurifier({ resource })));
  // A recording may begin a moment after the page did, and a page is only there once its snapshot is.
  return { time: Math.max(moment.time, events.at(-1)?.timestamp ?? 0), events };
}
