import { createMirror, RRWEB_EVENT, RRWEB_SOURCE, type Mirror, type RrwebEvent } from '@sightline/metrics';
import type { RecordedView } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import type { IndexedChunk } from '../store/recording-index.ts';
import type { Checkpoint } from '../store/save-checkpoints.ts';
import { lanesOf } from './lanes-of.ts';
import { readChunks } from './read-chunks.ts';
import { isIndexed, validMarks } from './valid-marks.ts';

export type IndexStore = Pick<Store, 'recordingIndex' | 'recordedChunks' | 'checkpointMarks' | 'checkpointEvents' | 'saveCheckpoints'>;

/**
 * A checkpoint is due after so much that a seek would have to read and apply otherwise, in characters of JSON and in events: a tenth
 * of a second's work in a browser. A large page is worth a larger way, or its checkpoints would outgrow its recording.
 */
const DUE_CHARACTERS = 256 * 1024;
const DUE_EVENTS = 1_250;
/** Checkpoints that are kept at a time. */
const AT_ONCE = 8;

/** Reads what a session's recording has beyond its last valid checkpoints, and makes the next. Memory holds one page and some chunks. */
export async function indexRecording(store: IndexStore, key: { session: string; flight: string }, signal: AbortSignal): Promise<void> {
  const [index, marks] = await Promise.all([store.recordingIndex(key), store.checkpointMarks(key)]);
  for (const [lane, chunks] of lanesOf(index)) {
    const valid = validMarks(
      marks.filter(({ tab }) => tab === lane),
      chunks,
    );
    if (!isIndexed(valid, chunks)) await indexLane(store, { ...key, lane, chunks, last: valid.findLast(({ isEnd }) => !isEnd) }, signal);
  }
}

interface LaneToIndex {
  session: string;
  flight: string;
  lane: string;
  chunks: IndexedChunk[];
  last: { place: number; chunks: number } | undefined;
}

async function indexLane(store: IndexStore, { session, flight, lane, chunks, last }: LaneToIndex, signal: AbortSignal): Promise<void> {
  const mirror = createMirror();
  const known = last && (await store.checkpointEvents({ session, flight, tab: lane, place: last.place }));
  for (const event of known === undefined ? [] : (JSON.parse(known.events) as RrwebEvent[])) mirror.apply(event);
  const begin = known === undefined || last === undefined ? 0 : last.chunks;
  const checkpoint = (chunk: IndexedChunk, ordinal: number, events: string, views: RecordedView[]): Checkpoint => ({
    flight,
    session,
    tab: lane,
    place: chunk.place,
    chunks: ordinal,
    at: chunk.until,
    offsetMs: chunk.offsetMs,
    events,
    views: JSON.stringify(views),
  });

  let ordinal = begin;
  let since = { characters: 0, events: 0 };
  let size = known?.events.length ?? 0;
  let views: RecordedView[] = [];
  let made: Checkpoint[] = [];
  for await (const chunk of readChunks(store, { session, flight }, chunks.slice(begin))) {
    if (signal.aborted) return;
    ordinal += 1;
    // A snapshot that the recorder made is as good as one of ours.
    if (chunk.snapshot) since = { characters: 0, events: 0 };
    const events = JSON.parse(chunk.text) as unknown[];
    since.characters += chunk.text.length;
    since.events += events.length;
    for (const event of events) if (isRrwebEvent(event)) views.push(...applied(mirror, event, chunk.offsetMs));
    const isLast = ordinal === chunks.length;
    const isDue = since.characters >= Math.max(DUE_CHARACTERS, size) || since.events >= DUE_EVENTS;
    if (isDue || isLast) {
      const text = isDue ? JSON.stringify(mirror.snapshot() ?? []) : '';
      if (isDue) size = text.length;
      made.push(checkpoint(chunk, ordinal, text === '[]' ? '' : text, views));
      views = [];
      since = { characters: 0, events: 0 };
    }
    if (made.length >= AT_ONCE || isLast) {
      await store.saveCheckpoints(made);
      made = [];
    }
  }
}

const isRrwebEvent = (event: unknown): event is RrwebEvent =>
  typeof event === 'object' && event !== null && 'type' in event && 'timestamp' in event && typeof event.timestamp === 'number';

/** The views that an event begins. An event that is broken inside must not keep the rest of its recording from being shown. */
function applied(mirror: Mirror, event: RrwebEvent, offsetMs: number): RecordedView[] {
  try {
    mirror.apply(event);
  } catch {
    // A replay leaves out what it cannot apply, too.
    return [];
  }
  const { view } = mirror.state;
  const isView = event.type === RRWEB_EVENT.meta || isResize(event);
  return isView && Number.isFinite(view.width) && Number.isFinite(view.height)
    ? [
        {
          at: event.timestamp + offsetMs,
          width: view.width,
          height: view.height,
          url: event.type === RRWEB_EVENT.meta ? String(view.href) : '',
        },
      ]
    : [];
}

const isResize = ({ type, data }: RrwebEvent): boolean =>
  type === RRWEB_EVENT.increment &&
  typeof data === 'object' &&
  data !== null &&
  'source' in data &&
  data.source === RRWEB_SOURCE.viewportResize;
