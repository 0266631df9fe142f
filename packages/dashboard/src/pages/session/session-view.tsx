import type { SessionDetail, StoredEvent } from '@sightline/protocol';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useScope } from '../../scope/use-scope.ts';
import { EventFilters, type EventFiltersProps } from '../../session/event-filters.tsx';
import { readEventFilter } from '../../session/event-filter.ts';
import { EventList } from '../../session/event-list.tsx';
import { SessionHeader } from '../../session/session-header.tsx';
import { SessionMetrics } from '../../session/session-metrics.tsx';
import { SessionSide } from '../../session/session-side.tsx';
import { useEventFeed } from '../../session/use-event-feed.ts';
import { useShownEvents } from '../../session/use-shown-events.ts';
import { growing, type Reading } from '../../data/growing.ts';
import { text } from '../../text/text.ts';
import { Timeline } from '../../timeline/timeline.tsx';
import styles from './page.module.css';

const route = getRouteApi('/app/sessions/$id');

/** A session whose facts are there; its events come in behind them. */
export function SessionView({ detail }: { detail: SessionDetail }) {
  const { session } = detail;
  const { events, caughtUp, failure } = useEventFeed(session.id, session.live);
  const filter = readEventFilter(route.useSearch());
  const { shown, searching } = useShownEvents(events, filter);
  const [selected, setSelected] = useState<StoredEvent>();
  const navigate = route.useNavigate();
  const change: EventFiltersProps['onChange'] = (next) =>
    void navigate({
      search: ({ find, kind, name, ...scope }) => ({ ...scope, ...readEventFilter({ find, kind, name, ...next }) }),
      replace: true,
    });
  useScopeOf(session.flight);

  const from = Math.min(session.startedAt, events[0]?.at ?? session.startedAt);
  const to = Math.max(session.lastAt, events.at(-1)?.at ?? session.lastAt, from + 1_000);
  const tabNumbers = useTabNumbers(events);
  const select = (event: StoredEvent) => {
    setSelected(event);
    // The timeline shows all events: one that the list leaves out is better shown than silently not found.
    if (shown !== events && !shown.includes(event)) change({ find: undefined, kind: undefined, name: undefined });
  };

  return (
    <div className={styles.page}>
      <SessionHeader detail={detail} />
      <SessionMetrics detail={detail} />
      <Timeline events={events} from={from} to={to} selected={selected} onSelect={select} tabs={Math.max(session.tabs, tabNumbers.size)} />
      <div className={styles.lower}>
        <section className={styles.events} aria-label={text.events.title}>
          <EventFilters
            events={events}
            expected={caughtUp ? undefined : Math.max(detail.completeness.stored, events.length)}
            shown={searching ? undefined : shown.length}
            filter={filter}
            onChange={change}
          />
          {failure ? <p className={styles.failure}>{text.events.failed(failure.message)}</p> : null}
          {caughtUp && !searching && shown.length === 0 ? (
            <p className={styles.none}>{events.length === 0 ? text.events.none : text.events.noneMatch}</p>
          ) : (
            <EventList
              events={shown}
              from={from}
              tabNumbers={tabNumbers}
              selected={selected}
              onSelect={select}
              busy={!caughtUp || searching}
            />
          )}
        </section>
        <SessionSide detail={detail} tabNumbers={tabNumbers} />
      </div>
    </div>
  );
}

/** Tabs numbered in the order in which they began, as the timeline and the list call them. */
function useTabNumbers(events: readonly StoredEvent[]): ReadonlyMap<string, number> {
  const [read] = useState(() => growing(numberTabs));
  return read(events);
}

function numberTabs(): Reading<StoredEvent, ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  return {
    see: ({ tab }) => void (numbers.has(tab) || numbers.set(tab, numbers.size + 1)),
    result: () => new Map(numbers),
  };
}

/** Somebody may come by a link from elsewhere: the bar at the top then follows the session. */
function useScopeOf(flight: string): void {
  const { flight: chosen, choose } = useScope();
  useEffect(() => {
    if (chosen?.id !== flight) choose({ application: undefined, flight });
  }, [chosen?.id, flight, choose]);
}
