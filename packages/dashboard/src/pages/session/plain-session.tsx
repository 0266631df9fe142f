import type { SessionDetail, StoredEvent } from '@sightline/protocol';
import { useState } from 'react';
import { nextPlace, placesOf } from '../../player/moments/places-of.ts';
import { useMoments } from '../../player/moments/use-moments.ts';
import { SessionEvents } from '../../session/session-events.tsx';
import { SessionHeader } from '../../session/session-header.tsx';
import { SessionMetrics } from '../../session/session-metrics.tsx';
import { SessionSide } from './session-side.tsx';
import { useTabNumbers } from '../../session/use-tab-numbers.ts';
import { useNotes } from '../../player/notes/use-notes.ts';
import { Timeline } from '../../timeline/timeline.tsx';
import styles from './page.module.css';
import type { SessionGiven } from './session-given.ts';

/** A session without a recording: its figures, lanes, marks and events. */
export function PlainSession({ detail, feed, found, search, onFilter }: SessionGiven & { detail: SessionDetail }) {
  const { session } = detail;
  const { events } = feed;
  const [selected, setSelected] = useState<StoredEvent>();
  const tabNumbers = useTabNumbers(events);
  const notes = useNotes(session.id);
  const from = Math.min(session.startedAt, events[0]?.at ?? session.startedAt);
  const to = Math.max(session.lastAt, events.at(-1)?.at ?? session.lastAt, from + 1_000);
  const select = (event: StoredEvent) => {
    setSelected(event);
    // The timeline shows all events: one that the list leaves out is better shown than silently not found.
    if (found.shown !== events && !found.shown.includes(event)) onFilter({ find: undefined, kind: undefined, name: undefined });
  };

  const moments = useMoments(events, detail);
  const onGo = (figure: string) => {
    const places = placesOf(figure, events, moments);
    if (places.length === 0) return undefined;
    return () => {
      const at = nextPlace(places, selected?.at ?? from - 1);
      const event = events.find((one) => one.at === at);
      if (event) select(event);
    };
  };

  return (
    <div className={styles.page}>
      <SessionHeader detail={detail} />
      <SessionMetrics detail={detail} onGo={onGo} />
      <Timeline events={events} from={from} to={to} selected={selected} onSelect={select} tabs={Math.max(session.tabs, tabNumbers.size)} />
      <div className={styles.lower}>
        <div className={styles.events}>
          <SessionEvents
            feed={feed}
            stored={detail.completeness.stored}
            filter={search}
            found={found}
            onFilter={onFilter}
            from={from}
            tabNumbers={tabNumbers}
            selected={selected}
            onSelect={select}
          />
        </div>
        <SessionSide
          detail={detail}
          tabNumbers={tabNumbers}
          notes={{
            used: notes,
            from,
            at: selected?.at ?? from,
            tab: selected?.tab,
            onGo: (at) => {
              const event = events.findLast((one) => one.at <= at) ?? events[0];
              if (event) select(event);
            },
          }}
        />
      </div>
    </div>
  );
}
