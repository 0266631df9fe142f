import type { StoredEvent } from '@sightline/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { text } from '../text/text.ts';
import { moveBy } from '../ui/move-by.ts';
import { ROW_PX } from '../ui/theme.ts';
import { eventKey } from './event-key.ts';
import styles from './event-list.module.css';
import { EventRow } from './event-row.tsx';

/** A session's events, only those in view; arrows move, Enter opens one in place. What arrives does not move what is read. */
export function EventList({ events, from, tabNumbers, selected, onSelect, busy }: EventListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  // oxlint-disable-next-line react/incompatible-library -- the compiler it warns for is not in use
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX.compact,
    overscan: 10,
    getItemKey: (index) => keyAt(events, index),
  });
  const items = virtual.getVirtualItems();
  const at = selected ? events.indexOf(selected) : -1;

  // Late events sort in above: shift by as many rows, so that the first row in view stays where it is.
  const before = useRef(events);
  useLayoutEffect(() => {
    const first = before.current === events ? undefined : before.current[virtual.range?.startIndex ?? 0];
    before.current = events;
    if (!first || !scroller.current || scroller.current.scrollTop === 0) return;
    const moved = shiftOf(events, first, virtual.range?.startIndex ?? 0);
    if (moved !== 0) scroller.current.scrollTop += moved * ROW_PX.compact;
  }, [events, virtual]);

  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
    // Only a new choice scrolls: events that arrive must not.
  }, [selected]); // oxlint-disable-line react/exhaustive-deps

  const toggle = (event: StoredEvent) =>
    setOpen((opened) => {
      const next = new Set(opened);
      if (!next.delete(eventKey(event))) next.add(eventKey(event));
      return next;
    });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, (virtual.range ? virtual.range.endIndex - virtual.range.startIndex : 10) - 1);
    const next = moveBy(event.key, { at, count: events.length, page });
    const target = next === undefined ? undefined : events[next];
    if (target) onSelect(target);
    else if ((event.key === 'Enter' || event.key === ' ') && selected) toggle(selected);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="treegrid"
      aria-label={text.events.title}
      aria-rowcount={events.length}
      aria-busy={busy}
      aria-activedescendant={at >= 0 ? `event-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const event = events[index];
          return event ? (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="rowgroup"
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              <EventRow
                event={event}
                index={index}
                from={from}
                tabNumber={tabNumbers.size > 1 ? tabNumbers.get(event.tab) : undefined}
                selected={index === at}
                open={open.has(eventKey(event))}
                onClick={() => {
                  onSelect(event);
                  toggle(event);
                }}
              />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

export interface EventListProps {
  /** In order of time. */
  events: readonly StoredEvent[];
  /** The session's start, which times are counted from. */
  from: number;
  /** Tabs by id, numbered in the order in which they began. */
  tabNumbers: ReadonlyMap<string, number>;
  selected: StoredEvent | undefined;
  onSelect: (event: StoredEvent) => void;
  busy: boolean;
}

const keyAt = (events: readonly StoredEvent[], index: number) => {
  const event = events[index];
  return event ? eventKey(event) : index;
};

/** By how many rows an event moved. Events are kept as objects, so identity finds it. */
function shiftOf(events: readonly StoredEvent[], event: StoredEvent, index: number): number {
  if (events[index] === event) return 0;
  const now = events.indexOf(event);
  return now < 0 ? 0 : now - index;
}
