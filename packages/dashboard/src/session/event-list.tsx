import type { StoredEvent } from '@sightline/protocol';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { text } from '../text/text.ts';
import { moveBy } from '../ui/move-by.ts';
import { ROW_PX } from '../ui/theme.ts';
import { eventKey } from './event-key.ts';
import styles from './event-list.module.css';
import { EventRow } from './event-row.tsx';
import { useReadersPlace } from './use-readers-place.ts';

/** A session's events, only those in view; arrows move, Enter opens one in place. What arrives does not move what is read. */
export function EventList({ events, from, tabNumbers, selected, onSelect, busy, followed = false }: EventListProps) {
  const [away, setAway] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const getItemKey = useCallback((index: number) => keyAt(events, index), [events]);
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX.compact,
    overscan: 10,
    getItemKey,
  });
  const items = virtual.getVirtualItems();
  const at = selected ? events.indexOf(selected) : -1;
  useReadersPlace({ events, virtual, scroller });

  const showSelected = useEffectEvent(() => {
    if (scroller.current && !(followed && away)) scrollTo(scroller.current, virtual.measurementsCache[at]?.start);
  });
  // Only a new choice scrolls: events that arrive must not.
  useEffect(() => showSelected(), [selected, away]);

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

  const leave = followed ? () => setAway(true) : undefined;

  return (
    <>
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
        onWheel={leave}
        onTouchMove={leave}
        onPointerDown={(event) => (event.target === event.currentTarget ? leave?.() : undefined)}
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
                    setAway(false);
                    // A click leads to the moment; only on the row that is there already it asks for more.
                    if (followed && index !== at) return;
                    toggle(event);
                    requestAnimationFrame(() => show(scroller.current, document.getElementById(`event-${index}`)?.parentElement));
                  }}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
      {followed && away ? (
        <button type="button" className={styles.follow} onClick={() => setAway(false)}>
          {text.player.follow}
        </button>
      ) : null}
    </>
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
  /** The selected row follows a playhead: the list goes along until the reader scrolls away. */
  followed?: boolean;
}

const keyAt = (events: readonly StoredEvent[], index: number) => {
  const event = events[index];
  return event ? eventKey(event) : index;
};

/** Brings a row into view where it is not: a near one by as little as that takes, a far one into the middle. */
function scrollTo(scroller: HTMLElement, start: number | undefined): void {
  if (start === undefined) return;
  const { scrollTop, clientHeight } = scroller;
  const above = scrollTop - start;
  const below = start + ROW_PX.compact - scrollTop - clientHeight;
  if (above <= 0 && below <= 0) return;
  const isFar = Math.max(above, below) > clientHeight / 2;
  if (isFar) scroller.scrollTop = start - clientHeight / 2;
  else scroller.scrollTop += below > 0 ? below : -above;
}

/** Brings as much of an opened row into view as fits, its first line always. */
function show(scroller: HTMLElement | null, row: HTMLElement | null | undefined): void {
  if (!scroller || !row) return;
  const place = scroller.getBoundingClientRect();
  const box = row.getBoundingClientRect();
  scroller.scrollTop += Math.max(0, Math.min(box.bottom - place.bottom, box.top - place.top));
}
