import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';

/** Of these only the last counts; each but the last would cost a layout of the page, or be overwritten. */
const OVERWRITTEN: ReadonlySet<IncrementalSource> = new Set([
  IncrementalSource.MouseMove,
  IncrementalSource.TouchMove,
  IncrementalSource.Drag,
  IncrementalSource.Scroll,
  IncrementalSource.ViewportResize,
]);

/**
 * The events that lead to a moment's picture, of those given in order: from the last snapshot on, and of each element's scrolling, the
 * pointer's way and the window's sizes only where they came to rest. A busy minute scrolls often, and each time would lay out the page.
 */
export function leadingTo(events: readonly eventWithTime[], at: number): eventWithTime[] {
  const end = events.findLastIndex(({ timestamp }) => timestamp <= at) + 1;
  const overwritten = new Set<string>();
  const needed: eventWithTime[] = [];
  for (let index = end - 1; index >= 0; index -= 1) {
    const event = events[index];
    if (!event) break;
    const key = keyOf(event);
    if (key === undefined || !overwritten.has(key)) needed.push(event);
    if (key !== undefined) overwritten.add(key);
    if (event.type === EventType.Meta) break;
  }
  return needed.toReversed();
}

function keyOf(event: eventWithTime): string | undefined {
  if (event.type !== EventType.IncrementalSnapshot || !OVERWRITTEN.has(event.data.source)) return undefined;
  return event.data.source === IncrementalSource.Scroll ? `scroll ${event.data.id}` : String(event.data.source);
}
