import type { MeasuredEvent } from '../metric.ts';
import { inOrder } from '../in-order.ts';
import { intersection, lengthOf, union, type Interval } from './intervals.ts';
import { LEVELS, covered, type Lanes, type PresenceLevel, type Spell } from './lanes.ts';
import { lanesOf, PRESENCE_SEES } from './presence-reading.ts';
import type { Sees } from '../metric.ts';

/** What the table is read from. */
export const PRESENCE_TABLE_SEES: Sees = { ...PRESENCE_SEES, elementInView: ['name', 'lengthMs'] };

/** Presence in one part of a session. Null where the session's dialect cannot tell. */
export interface PresenceRow extends Record<PresenceLevel, number | null> {
  scope: 'session' | 'tab' | 'pageView' | 'condition' | 'element';
  /** The tab's or page view's id, `field=value` of the application-specific data, the element's name. */
  key: string;
}

/** A session's presence in milliseconds: as a whole, by tab, by page view, by the study's own fields, and by named element in view. */
export function presenceTable(events: readonly MeasuredEvent[]): PresenceRow[] {
  const ordered = inOrder(events);
  const lanes = lanesOf(ordered);
  const spells = lanes.lanes.flatMap((lane) => lane.spells);
  const row = (scope: PresenceRow['scope'], key: string, within: (level: PresenceLevel) => readonly Interval[]): PresenceRow => {
    const length = (level: PresenceLevel) => (lanes.levels.includes(level) ? Math.round(lengthOf(within(level))) : null);
    return { scope, key, open: length('open'), visible: length('visible'), focused: length('focused'), active: length('active') };
  };
  const rows = (scope: PresenceRow['scope'], groups: Map<string, Spell[]>) =>
    [...groups].map(([key, group]) => row(scope, key, (level) => covered(group, level)));

  return [
    row('session', '', (level) => covered(spells, level)),
    ...lanes.lanes.map((lane) => row('tab', lane.tab, (level) => covered(lane.spells, level))),
    ...rows(
      'pageView',
      grouped(spells, ({ pageView }) => (pageView ? [pageView] : [])),
    ),
    ...rows('condition', grouped(spells, conditions)),
    ...[...elementsInView(ordered, lanes)].map(([name, level]) => row('element', name, (one) => level[one])),
  ];
}

function grouped(spells: readonly Spell[], keys: (spell: Spell) => string[]): Map<string, Spell[]> {
  const groups = new Map<string, Spell[]>();
  for (const spell of spells) {
    for (const key of keys(spell)) {
      const group = groups.get(key);
      if (group) group.push(spell);
      else groups.set(key, [spell]);
    }
  }
  return groups;
}

const conditions = ({ applicationSpecificData }: Spell): string[] =>
  Object.entries(applicationSpecificData).map(([field, value]) => `${field}=${typeof value === 'string' ? value : JSON.stringify(value)}`);

type ByLevel = Record<PresenceLevel, Interval[]>;

/** The time each named element was in view of a tab that was itself open, visible … */
function elementsInView(events: readonly MeasuredEvent[], { lanes }: Lanes): Map<string, ByLevel> {
  const found = new Map<string, ByLevel>();
  for (const { tab, spells } of lanes) {
    const views = new Map<string, Interval[]>();
    for (const { tab: of, name, at, details } of events) {
      if (of !== tab || name !== 'elementInView' || typeof details.name !== 'string' || typeof details.lengthMs !== 'number') continue;
      const known = views.get(details.name) ?? [];
      known.push({ from: at - details.lengthMs, to: at });
      views.set(details.name, known);
    }
    for (const [name, inView] of views) {
      const sum = found.get(name) ?? { open: [], visible: [], focused: [], active: [] };
      for (const level of LEVELS) sum[level] = union([...sum[level], ...intersection(covered(spells, level), union(inView))]);
      found.set(name, sum);
    }
  }
  return found;
}
