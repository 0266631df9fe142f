import { lanesOf as presenceOf, type Spell } from '@sightline/metrics';
import type { StoredEvent } from '@sightline/protocol';
import { kindOf, type EventKind } from '../session/event-kind.ts';
import type { TimelineScale } from './timeline-scale.ts';

/** Pixels of one column of marks of a kind: what is closer together is drawn as one. Signs are wider than bars. */
const COLUMN_PX: Record<EventKind, number> = { page: 9, interaction: 4, custom: 9, browser: 6, status: 6 };

/** Events of one kind that fall into one column. */
export interface TimelineMark {
  x: number;
  kind: EventKind;
  count: number;
  /** Of the fullest column of the same kind in the same lane, 0 to 1. */
  share: number;
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
  /** What the tab was; derived from other events where the tracker did not tell. */
  presence: readonly Spell[];
}

/** Sorts a session's events, which are in order of time, into a lane for each tab, in the order in which the tabs began. */
export function lanesOf(events: readonly StoredEvent[], scale: TimelineScale): Lane[] {
  const tabs = groupByTab(events);
  const presence = new Map(presenceOf(events).lanes.map(({ tab, spells }) => [tab, spells]));
  return [...tabs].map(([tab, own]) => ({
    tab,
    from: own[0]?.at ?? scale.from,
    to: own.at(-1)?.at ?? scale.from,
    events: own,
    pages: pagesOf(own),
    marks: marksOf(own, scale),
    presence: presence.get(tab) ?? [],
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
  for (const { at, url, name } of events) {
    const open = pages.at(-1);
    if (url !== '' && (open?.url !== url || name === 'pageView')) {
      if (open) open.to = at;
      pages.push({ from: at, to: at, url });
    } else if (open) open.to = at;
  }
  return pages;
}

function marksOf(events: readonly StoredEvent[], scale: TimelineScale): TimelineMark[] {
  const marks = new Map<string, TimelineMark>();
  const fullest: Partial<Record<EventKind, number>> = {};
  for (const event of events) {
    const kind = kindOf(event);
    const wide = COLUMN_PX[kind];
    const column = Math.floor(scale.xOf(event.at) / wide);
    const mark = marks.get(`${kind} ${column}`) ?? { x: (column + 0.5) * wide, kind, count: 0, share: 1 };
    mark.count += 1;
    fullest[kind] = Math.max(fullest[kind] ?? 0, mark.count);
    marks.set(`${kind} ${column}`, mark);
  }
  for (const mark of marks.values()) mark.share = mark.count / (fullest[mark.kind] ?? mark.count);
  return [...marks.values()];
}
