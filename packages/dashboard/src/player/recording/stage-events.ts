import { EventType, IncrementalSource, type eventWithTime, type metaEvent } from '@rrweb/types';
import type { Purify } from '../safe/purifier.ts';

/** rrweb events as they came, and what leads from their clock to the session's. */
export interface RecordedEvents {
  events: readonly unknown[];
  offsetMs: number;
}

/**
 * Turns recorded events into what a stage is given, one tab's in order: harmless, on the session's clock in whole milliseconds. A
 * pointer's way is one event for each position, as an event that lasts half a second can be in the middle of itself when somebody
 * seeks. A snapshot comes right after the size it was taken in, at the same moment.
 */
export function stageEvents(purify: Purify): (recorded: RecordedEvents) => eventWithTime[] {
  let size: metaEvent['data'] | undefined;
  return ({ events, offsetMs }) => {
    const staged: eventWithTime[] = [];
    for (const raw of events) {
      const event = purify(raw);
      if (!event) continue;
      const timestamp = Math.round(event.timestamp + offsetMs);
      if (event.type === EventType.Meta) size = event.data;
      else if (event.type === EventType.FullSnapshot) {
        if (size) staged.push({ type: EventType.Meta, data: size, timestamp });
        staged.push({ ...event, timestamp });
      } else if (event.type === EventType.IncrementalSnapshot) {
        if (event.data.source === IncrementalSource.ViewportResize) size = sizeAfter(size, event.data);
        staged.push(...stepsOf({ ...event, timestamp }));
      }
    }
    return staged;
  };
}

const sizeAfter = (size: metaEvent['data'] | undefined, { width, height }: { width: number; height: number }): metaEvent['data'] => ({
  ...size,
  href: size?.href ?? '',
  width,
  height,
});

function stepsOf(event: eventWithTime): eventWithTime[] {
  if (event.type !== EventType.IncrementalSnapshot || !('positions' in event.data)) return [event];
  const { data, timestamp } = event;
  return data.positions.map((position) => ({
    ...event,
    timestamp: Math.round(timestamp + position.timeOffset),
    data: { ...data, positions: [{ ...position, timeOffset: 0 }] },
  })) as eventWithTime[];
}
