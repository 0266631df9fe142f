import type { RecordedChunk } from '@sightline/protocol';
import type { Store } from '../store/index.ts';
import { chunkText } from './chunk-text.ts';

export interface LanePartQuery {
  session: string;
  flight: string;
  lane: string;
  from: number;
  to?: number;
  /** The place of a checkpoint to be shown before the chunks. */
  checkpoint?: number;
}

/** The characters of JSON after which one answer ends. */
const CHARACTERS = 16 * 1024 * 1024;

/** A `RecordingPart` as JSON text: the chunks' own text goes through as it is. */
export async function lanePart(
  store: Pick<Store, 'recordedRange' | 'checkpointEvents'>,
  { session, flight, lane, checkpoint, ...range }: LanePartQuery,
): Promise<string> {
  const [{ chunks, next: after }, keyframe] = await Promise.all([
    store.recordedRange({ session, flight, lane, ...range }),
    checkpoint === undefined ? undefined : keyframeText(store, { session, flight, tab: lane, place: checkpoint }),
  ]);
  const texts: string[] = [];
  let characters = 0;
  let next = after;
  for (const { place, at, until, offsetMs, body } of chunks) {
    const { text, problem } = await chunkText(body);
    if (texts.length > 0 && characters + text.length > CHARACTERS) {
      next = place;
      break;
    }
    characters += text.length;
    const head: Omit<RecordedChunk, 'events'> = {
      sequence: place,
      at: at + offsetMs,
      until: until + offsetMs,
      offsetMs,
      ...(problem !== undefined && { problem }),
    };
    texts.push(withEvents(head, text));
  }
  return `{${keyframe === undefined ? '' : `"keyframe":${keyframe},`}"chunks":[${texts.join(',')}],"next":${next}}`;
}

async function keyframeText(store: Pick<Store, 'checkpointEvents'>, place: Parameters<Store['checkpointEvents']>[0]): Promise<string> {
  const kept = await store.checkpointEvents(place);
  return kept === undefined ? 'null' : withEvents({ offsetMs: kept.offsetMs }, kept.events);
}

const withEvents = (head: object, events: string): string => `${JSON.stringify(head).slice(0, -1)},"events":${events}}`;
