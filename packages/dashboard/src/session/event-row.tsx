import type { StoredEvent } from '@sightline/protocol';
import { memo } from 'react';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { text } from '../text/text.ts';
import { formatOffset } from '../time/format-offset.ts';
import { EventDetails } from './event-details.tsx';
import { kindOf } from './event-kind.ts';
import styles from './event-list.module.css';
import { KindSign } from './kind-sign.tsx';
import { targetOf } from './target-of.ts';

/** One event on a line, and opened, all it carries. */
export const EventRow = memo(
  function EventRow({ event, index, from, tabNumber, selected, open, onClick }: EventRowProps) {
    const { instants } = usePreferences();
    const kind = kindOf(event);
    const target = targetOf(event);
    return (
      <>
        <div
          id={`event-${index}`}
          role="row"
          aria-level={1}
          aria-rowindex={index + 1}
          aria-expanded={open}
          aria-selected={selected}
          className={styles.row}
          onClick={onClick}
        >
          <time role="gridcell" className={styles.offset} title={instants.exact(event.at)}>
            {formatOffset(event.at - from)}
          </time>
          <span role="gridcell" className={styles.kind}>
            <KindSign kind={kind} /> <span className={styles.kindName}>{text.kinds[kind]}</span>
          </span>
          <strong role="gridcell" className="cut" title={event.name}>
            {event.name}
          </strong>
          <span role="gridcell" className="cut quiet" title={target}>
            {target}
          </span>
          <span role="gridcell" className={styles.tab}>
            {tabNumber === undefined ? '' : text.timeline.tab(tabNumber)}
          </span>
        </div>
        {open ? (
          <div role="row" aria-level={2} className={styles.details}>
            <div role="gridcell">
              <EventDetails event={event} />
            </div>
          </div>
        ) : null}
      </>
    );
  },
  (a, b) =>
    a.event === b.event &&
    a.index === b.index &&
    a.selected === b.selected &&
    a.open === b.open &&
    a.from === b.from &&
    a.tabNumber === b.tabNumber,
);

interface EventRowProps {
  event: StoredEvent;
  index: number;
  from: number;
  tabNumber: number | undefined;
  selected: boolean;
  open: boolean;
  onClick: () => void;
}
