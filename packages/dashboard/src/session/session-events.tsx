import type { StoredEvent } from '@sightline/protocol';
import type { FeedState } from '../data/event-feed.ts';
import { text } from '../text/text.ts';
import type { EventFilter } from './event-filter.ts';
import { EventFilters, type EventFiltersProps } from './event-filters.tsx';
import { EventList } from './event-list.tsx';
import styles from './session-events.module.css';
import type { ShownEvents } from './use-shown-events.ts';

/** A session's events with what narrows them, or why there are none to see. */
export function SessionEvents({ feed, stored, filter, found, onFilter, ...list }: SessionEventsProps) {
  const { events, caughtUp, failure } = feed;
  const { shown, searching } = found;
  return (
    <section className={styles.events} aria-label={text.events.title}>
      <EventFilters
        events={events}
        expected={caughtUp ? undefined : Math.max(stored, events.length)}
        shown={searching ? undefined : shown.length}
        filter={filter}
        onChange={onFilter}
      />
      {failure ? <p className={styles.failure}>{text.events.failed(failure.message)}</p> : null}
      {caughtUp && !searching && shown.length === 0 ? (
        <p className={styles.none}>{events.length === 0 ? text.events.none : text.events.noneMatch}</p>
      ) : (
        <EventList {...list} events={shown} busy={!caughtUp || searching} />
      )}
    </section>
  );
}

interface SessionEventsProps {
  feed: FeedState;
  /** How many events there are to be read. */
  stored: number;
  filter: EventFilter;
  found: ShownEvents;
  onFilter: EventFiltersProps['onChange'];
  from: number;
  tabNumbers: ReadonlyMap<string, number>;
  selected: StoredEvent | undefined;
  onSelect: (event: StoredEvent) => void;
  followed?: boolean;
}
