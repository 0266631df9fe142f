import { IDLE_MS, presenceReading, type Spell } from '@sightline/metrics';
import type { StoredEvent } from '@sightline/protocol';
import type { Reading } from '../data/growing.ts';
import { KINDS, kindOf, type EventKind } from '../session/event-kind.ts';
import type { TimelineScale } from './timeline-scale.ts';

/** Pixels of one column of marks of a kind: what is closer together is drawn as one. Signs are wider than bars. */
const COLUMN_PX: Record<EventKind, number> = { page: 9, interaction: 4, custom: 9, error: 9, network: 9, browser: 6, status: 6 };
/** A page shown for less than this is drawn with its neighbours: nobody can tell them apart. */
const LEAST_PAGE_PX = 3;

/** Events of one kind that fall into one column. */
export interface TimelineMark {
  x: number;
  kind: EventKind;
  count: number;
  /** Of the fullest column of the same kind in the same lane, 0 to 1. */
  share: number;
}

/** A stretch of a tab in which it showed one page; those it only flew through before are not told apart. */
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
  pages: readonly PageStretch[];
  marks: readonly TimelineMark[];
  /** What the tab was; derived from other events where the tracker did not tell. */
  presence: readonly Spell[];
}

/** Sorts a session's events, which come in order of time, into a lane for each tab, in the order in which the tabs began. */
export function lanesOf(scale: TimelineScale): Reading<StoredEvent, Lane[]> {
  const tabs = new Map<string, ReturnType<typeof laneOf>>();
  const presence = presenceReading({ idleMs: IDLE_MS });
  return {
    see(event) {
      presence.see(event);
      const lane = tabs.get(event.tab) ?? laneOf(event, scale);
      tabs.set(event.tab, lane);
      lane.see(event);
    },
    result() {
      const spells = new Map<string, readonly Spell[]>(presence.lanes().lanes.map((lane) => [lane.tab, lane.spells]));
      return [...tabs.values()].map((lane) => {
        const drawn = lane.result();
        return { ...drawn, presence: spells.get(drawn.tab) ?? [] };
      });
    },
  };
}

function laneOf({ tab, at: from }: StoredEvent, scale: TimelineScale) {
  const events: StoredEvent[] = [];
  const pages: PageStretch[] = [];
  const marks = marksOf(scale);
  let to = from;
  const seePage = ({ at, url, name }: StoredEvent) => {
    const open = pages.at(-1);
    if (open) open.to = at;
    if (url === '' || (open?.url === url && name !== 'pageView')) return;
    if (open && scale.xOf(at) - scale.xOf(open.from) < LEAST_PAGE_PX) open.url = url;
    else pages.push({ from: at, to: at, url });
  };
  return {
    see(event: StoredEvent) {
      to = event.at;
      events.push(event);
      seePage(event);
      marks.see(event);
    },
    result: (): Omit<Lane, 'presence'> => ({ tab, from, to, events, pages: [...pages], marks: marks.result() }),
  };
}

function marksOf(scale: TimelineScale) {
  const columns = Object.fromEntries(KINDS.map((kind) => [kind, new Map<number, number>()])) as Record<EventKind, Map<number, number>>;
  return {
    see(event: StoredEvent) {
      const kind = kindOf(event);
      const column = Math.floor(scale.xOf(event.at) / COLUMN_PX[kind]);
      columns[kind].set(column, (columns[kind].get(column) ?? 0) + 1);
    },
    result: (): TimelineMark[] =>
      KINDS.flatMap((kind) => {
        const fullest = Math.max(...columns[kind].values());
        return [...columns[kind]].map(([column, count]) => ({ x: (column + 0.5) * COLUMN_PX[kind], kind, count, share: count / fullest }));
      }),
  };
}
