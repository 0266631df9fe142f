import type { StoredEvent } from '@sightline/protocol';
import { kindOf, type EventKind } from '../session/event-kind.ts';
import type { TimelineScale } from './timeline-scale.ts';

/** Pixels of one column of marks: what is closer together is drawn as one, higher. */
export const MARK_PX = 4;

/** Events of one kind that fall into one column. */
export interface TimelineMark {
  x: number;
  kind: EventKind;
  count: number;
}

/** A stretch of a tab in which it showed one page. */
export interface PageStretch {
  from: number;
  to: number;
  url: string;
}

/** One tab's life on the timeline. */
export interface Lane {
  tab: string;
  from: number;
  to: number;
  events: readonly StoredEvent[];
  pages: PageStretch[];
  marks: TimelineMark[];
}

/** Sorts a session's events, which are in order of time, into a lane for each tab, in the order in which the tabs began. */
export function lanesOf(events: readonly StoredEvent[], scale: TimelineScale): Lane[] {
  const tabs = groupByTab(events);
  return [...tabs].map(([tab, own]) => ({
    tab,
    from: own[0]?.at ?? scale.from,
    to: own.at(-1)?.at ?? scale.from,
    events: own,
    pages: pagesOf(own),
    marks: marksOf(own, scale),
  }));
}

function groupByTab(events: readonly StoredEvent[]): Map<StoredEvent['tab'], StoredEvent[]> {
  const tabs = new Map<StoredEvent['tab'], StoredEvent[]>();
  for (const event of events) {
    const own = tabs.get(event.tab);
    if (own) own.push(event);
    else tabs.set(event.tab, [event]);
  }
  return tabs;
}

function pagesOf(events: readonly StoredEvent[]): PageStretch[] {
  const pages: PageStretch[] = [];
  for (const { at, url } of events) {
    const open = pages.at(-1);
    if (url !== '' && open?.url !== url) {
      if (open) open.to = at;
      pages.push({ from: at, to: at, url });
    } else if (open) open.to = at;
  }
  return pages;
}

function marksOf(events: readonly StoredEvent[], scale: TimelineScale): TimelineMark[] {
  const marks = new Map<string, TimelineMark>();
  for (const event of events) {
    const column = Math.floor(scale.xOf(event.at) / MARK_PX);
    const kind = kindOf(event);
    const mark = marks.get(`${kind} ${column}`);
    if (mark) mark.count += 1;
    else marks.set(`${kind} ${column}`, { x: column * MARK_PX + MARK_PX / 2, kind, count: 1 });
  }
  return [...marks.values()];
}
